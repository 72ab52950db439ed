// Any change can make an SDK drift, so the check runs on every commit, and once, not once a file.
export default { "*": () => "deckhand check --staged" };
