import * as v from 'valibot';

/** The protocol version between host page and embedded map: the number under `coastplan`. */
export const HOST_PROTOCOL = 1;

/** The longest accepted address in characters: browsers do not reliably support longer ones. */
const LONGEST_ADDRESS = 8192;
const LONGEST_ID = 200;

const Envelope = { coastplan: v.literal(HOST_PROTOCOL) };
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));

const Message = v.variant('kind', [
  v.object({ ...Envelope, kind: v.literal('hello') }),
  v.object({
    ...Envelope,
    kind: v.literal('show'),
    address: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.regex(/^(\?[^#]*)?(#.*)?$/s)),
  }),
  v.object({ ...Envelope, kind: v.literal('select'), id: v.nullable(Id) }),
  v.object({
    ...Envelope,
    kind: v.literal('get-figures'),
    request: v.optional(v.union([v.pipe(v.string(), v.maxLength(LONGEST_ID)), v.number()])),
  }),
]);

/** A request from a host page to the embedded map. */
export type HostMessage = v.InferOutput<typeof Message>;

/**
 * Reads a message of a host page; returns undefined for anything else than a message of this version. Never
 * throws.
 */
export function parseHostMessage(sent: unknown): HostMessage | undefined {
  const parsed = v.safeParse(Message, sent);
  return parsed.success ? parsed.output : undefined;
}
