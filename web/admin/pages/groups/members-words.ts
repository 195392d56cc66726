// What is said when contacts came into a group or left it.

/** The most contacts that one change takes. */
export const mostMembers = 200;

/** What became of putting so many into a group. */
export function addedWords(asked: number, added: number, group: string) {
  const already = asked - added;
  if (added === 0) {
    return asked === 1
      ? `It is in ${group} already.`
      : `All ${asked} are in ${group} already.`;
  }
  const came = `${count(added)} came into ${group}.`;
  if (already === 0) return came;
  return `${came} ${already} ${already === 1 ? "was" : "were"} in it already.`;
}

/** What became of taking so many out of a group. */
export function removedWords(asked: number, removed: number, group: string) {
  if (removed === 0) {
    return asked === 1
      ? `It is not in ${group}.`
      : `None of the ${asked} is in ${group}.`;
  }
  const left = `${count(removed)} left ${group}.`;
  const other = asked - removed;
  if (other === 0) return left;
  return `${left} ${other} ${other === 1 ? "was" : "were"} not in it.`;
}

function count(n: number): string {
  return n === 1 ? "1 contact" : `${n.toLocaleString()} contacts`;
}
