/** Members of a list that are sent at a time: the page unpacks so many findings within some 10 ms. */
const MOST = 1000;

/** Long lists in portions: one message with tens of thousands of findings would hold up the page that unpacks it. */
export function* portionsOf<Member>(members: readonly Member[]): Generator<readonly Member[]> {
  for (let from = 0; from < members.length; from += MOST) yield members.slice(from, from + MOST);
}
