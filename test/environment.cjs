// The realm of a test file: Node's, with the way to the modules that are loaded once for all of them (see shared.cjs). A file
// that gives them globals says `@jest-environment-options {"own": true}` and has them loaded in its realm.
const { TestEnvironment } = require('jest-environment-node');
const { ownIn, shared } = require('./shared.cjs');

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    if (config.projectConfig.testEnvironmentOptions.own === true) {
      this.global.sharedModule = ownIn(this.context);
      return;
    }
    this.global.sharedModule = shared;
    // They see what a test sets there.
    this.global.process.env = process.env;
    // To them, what comes from the realm is what their own would be: the engine asks objects and arrays what they are.
    this.global.JSON = JSON;
    this.global.Object.prototype.constructor = Object;
    Object.setPrototypeOf(this.global.Array.prototype, Array.prototype);
    Object.setPrototypeOf(this.global.Error.prototype, Error.prototype);
  }
};
