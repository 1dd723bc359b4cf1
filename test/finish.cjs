// After the last test file: what prepare.cjs made goes.
module.exports = () => globalThis.removeKept();
