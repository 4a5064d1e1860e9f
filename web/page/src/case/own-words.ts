import type { Statement } from "../answers/answers";

/// Whether an address is that of an entry of this party. Limits do not tell by theirs.
function isOf(address: string, party: string): boolean {
  const parts = address.split(".");
  return (parts[0] === "issue" ? parts[3] : parts[1]) === party;
}

/// Whether these are a party's own words about itself: it speaks by name or office, and of itself. The
/// program counts an entry so where whoever speaks for its party stands under it, whatever `about` says.
export function isOwnWords(said: Pick<Statement, "speaker" | "speaks_for" | "about" | "supports">): boolean {
  const { speaker, speaks_for: party, about, supports } = said;
  return (
    speaker === "party" &&
    party !== null &&
    (about.length === 0 || about.includes(party) || supports.some((address) => isOf(address, party)))
  );
}
