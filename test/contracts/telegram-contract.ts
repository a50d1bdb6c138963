import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const field = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  description: z.string(),
});
const apiSchema = z.object({
  version: z.string(),
  methods: z.record(z.string(), z.object({ returns: z.array(z.string()), fields: z.array(field).optional() })),
  types: z.record(
    z.string(),
    z.object({ fields: z.array(field).optional(), subtypes: z.array(z.string()).optional() }),
  ),
});
type Api = z.infer<typeof apiSchema>;
type Fields = readonly z.infer<typeof field>[];

/** The published description of the Bot API, as checks. Each returns the problems found, none when all is well. */
export interface TelegramContract {
  readonly version: string;
  /** Checks what is sent to a method: unknown, missing and ill-typed parameters. Structured values may be objects or JSON texts. */
  validateRequest(method: string, params: Readonly<Record<string, unknown>>): readonly string[];
  /** Checks a value against a published type (`Update`, `Array of ChatMember`). */
  validateObject(type: string, value: unknown): readonly string[];
  /** Checks the `result` of a method's answer. */
  validateResult(method: string, result: unknown): readonly string[];
}

/**
 * Reads the published description from `$CONTRACTS_DIR/telegram/api.json`. Without it, says loudly what is not checked and returns undefined.
 */
export function loadTelegramContract(): TelegramContract | undefined {
  const folder = process.env['CONTRACTS_DIR'];
  const file = folder === undefined ? undefined : join(folder, 'telegram', 'api.json');
  if (file === undefined || !existsSync(file)) {
    console.warn(
      '\n!!! CONTRACTS_DIR is not set: requests and answers are NOT checked against the published Telegram Bot API 10.1 !!!\n',
    );
    return undefined;
  }
  return contractOf(JSON.parse(readFileSync(file, 'utf8')));
}

/** The checks for a description in the published format; throws when it is in another. */
export function contractOf(description: unknown): TelegramContract {
  const api = apiSchema.parse(description);
  return {
    version: api.version,
    validateRequest: (method, params) => checkRequest(api, method, params),
    validateObject: (type, value) => checkType(api, [type], value, type),
    validateResult: (method, result) => {
      const described = api.methods[method];
      return described === undefined
        ? [`${method}: no such method`]
        : checkType(api, described.returns, result, method);
    },
  };
}

function checkRequest(api: Api, method: string, params: Readonly<Record<string, unknown>>): readonly string[] {
  const described = api.methods[method];
  if (described === undefined) return [`${method}: no such method`];
  const parsed = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, fromText(described.fields ?? [], name, value)]);
  return checkFields(api, described.fields ?? [], Object.fromEntries(parsed), method);
}

/** Parameters may come as texts (forms, queries): reads those whose type is not a text. */
function fromText(fields: Fields, name: string, value: unknown): unknown {
  const types = fields.find((each) => each.name === name)?.types ?? [];
  if (typeof value !== 'string' || types.includes('String')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function checkFields(
  api: Api,
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  path: string,
): readonly string[] {
  const unknown = Object.keys(value).filter((name) => !fields.some((each) => each.name === name));
  return [
    ...unknown.map((name) => `${path}.${name}: not in the published description`),
    ...fields.flatMap((each) => {
      const given = value[each.name];
      if (given === undefined) return each.required ? [`${path}.${each.name}: required, missing`] : [];
      const constant = constantOf(each);
      if (constant !== undefined && given !== constant)
        return [`${path}.${each.name}: must be ${constant}, got ${JSON.stringify(given)}`];
      return checkType(api, each.types, given, `${path}.${each.name}`);
    }),
  ];
}

/** A value must fit one of the types; the problems reported are those of the type it says it is, or comes nearest to. */
function checkType(api: Api, types: readonly string[], value: unknown, path: string): readonly string[] {
  const claimed = types.filter((type) => claims(api, type, value));
  const attempts = (claimed.length === 0 ? types : claimed).map((type) => checkOne(api, type, value, path));
  return attempts.reduce(
    (best, each) => (each.length < best.length ? each : best),
    attempts[0] ?? [`${path}: no type`],
  );
}

/** Whether the value carries every constant that marks the type (`status` always "kicked", `type` must be chat). */
function claims(api: Api, type: string, value: unknown): boolean {
  const constants = (api.types[type]?.fields ?? []).filter((each) => constantOf(each) !== undefined);
  if (constants.length === 0 || typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return constants.every((each) => given[each.name] === constantOf(each));
}

/** The one value a field may have, when its description says so. */
function constantOf(described: Fields[number]): string | number | undefined {
  if (described.types.includes('Integer')) return /\bAlways 0\b/.test(described.description) ? 0 : undefined;
  return /\balways "([^"]+)"|\bmust be ([a-z_]+)$/
    .exec(described.description)
    ?.slice(1)
    .find((each) => each !== undefined);
}

function checkOne(api: Api, type: string, value: unknown, path: string): readonly string[] {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${path}: expected ${type}`];
    return value.flatMap((item, index) => checkOne(api, type.slice('Array of '.length), item, `${path}[${index}]`));
  }
  switch (type) {
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [`${path}: expected Integer, got ${JSON.stringify(value)}`];
    case 'Float':
      return typeof value === 'number' ? [] : [`${path}: expected Float`];
    case 'String':
      return typeof value === 'string' ? [] : [`${path}: expected String, got ${JSON.stringify(value)}`];
    case 'Boolean':
      return typeof value === 'boolean' ? [] : [`${path}: expected Boolean`];
    case 'InputFile':
      // Uploads travel beside the parameters.
      return typeof value === 'object' && value !== null ? [] : [`${path}: expected a file`];
    default:
      return checkObject(api, type, value, path);
  }
}

function checkObject(api: Api, type: string, value: unknown, path: string): readonly string[] {
  const described = api.types[type];
  if (described === undefined) return [`${path}: no such type ${type}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: expected ${type}`];
  if (described.subtypes !== undefined) return checkType(api, described.subtypes, value, path);
  return checkFields(api, described.fields ?? [], { ...value }, path);
}
