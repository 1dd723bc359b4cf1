import type { Execution } from '../execution';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Properties.PropertiesService;
type GoogleProperties = GoogleAppsScript.Properties.Properties;
type Values = Readonly<Record<string, string>>;

const members = { getDocumentProperties: 'free', getUserProperties: 'free' } as const satisfies Members<Google>;
const propertiesMembers = {
  getKeys: 'read',
  getProperties: 'read',
  getProperty: 'read',
  setProperties: 'write',
  setProperty: 'write',
  deleteProperty: 'write',
  deleteAllProperties: 'write',
} as const satisfies Members<GoogleProperties>;

/** Google's limits: 9 kB a value, 500 kB a store. */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

/** The length of a text in UTF-8. */
function bytes(text: string): number {
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

class PropertiesStandIn
  extends StandIn<GoogleProperties>
  implements Pick<GoogleProperties, keyof typeof propertiesMembers>
{
  constructor(
    execution: Execution,
    private readonly values: () => Values,
    private readonly store: (values: Values) => void,
  ) {
    super(execution, 'Properties', propertiesMembers);
  }

  private put(values: Values): GoogleProperties {
    let total = 0;
    for (const [key, value] of Object.entries(values)) {
      if (bytes(value) > VALUE_BYTES) throw new Error('Argument too large: value');
      total += bytes(key) + bytes(value);
    }
    if (total > STORE_BYTES)
      throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
    this.store(values);
    return this.self;
  }

  getKeys() {
    return Object.keys(this.values());
  }
  getProperties() {
    return { ...this.values() };
  }
  getProperty(key: string) {
    return this.values()[key] ?? null;
  }
  setProperties(properties: Values, deleteAllOthers = false) {
    const given: Record<string, string> = {};
    for (const [key, value] of Object.entries(properties)) given[key] = String(value);
    return this.put(deleteAllOthers ? given : { ...this.values(), ...given });
  }
  setProperty(key: string, value: string) {
    return this.put({ ...this.values(), [key]: String(value) });
  }
  deleteProperty(key: string) {
    const { [key]: _gone, ...rest } = this.values();
    return this.put(rest);
  }
  deleteAllProperties() {
    return this.put({});
  }
}

class PropertiesServiceStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'PropertiesService', members);
  }
  getDocumentProperties() {
    const { workbook } = this.execution;
    return new PropertiesStandIn(
      this.execution,
      () => workbook.extras.kept.properties,
      (properties) => workbook.keep({ properties }),
    ).self;
  }
  getUserProperties() {
    const { userProperties } = this.execution.workbook;
    const { email } = this.execution.user;
    return new PropertiesStandIn(
      this.execution,
      () => userProperties.get(email) ?? {},
      (values) => userProperties.set(email, values),
    ).self;
  }
}

export function propertiesServiceOf(execution: Execution): Google {
  return new PropertiesServiceStandIn(execution).self;
}
