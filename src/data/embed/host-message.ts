import * as v from 'valibot';

/** The version of what page and embedded map say to each other: the number under `coastplan`. */
export const HOST_PROTOCOL = 1;

/** Longest address that is followed, in characters: browsers themselves carry no more reliably. */
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

/** What a page asks of the map embedded in it. */
export type HostMessage = v.InferOutput<typeof Message>;

/** Reads what a page sent; undefined for anything that is no message of this version. Never throws. */
export function parseHostMessage(sent: unknown): HostMessage | undefined {
  const parsed = v.safeParse(Message, sent);
  return parsed.success ? parsed.output : undefined;
}
