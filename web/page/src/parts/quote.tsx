// A statement as it was reported: who, whose words, when, where.

import type { Statement } from "../answers/answers";
import type { Names } from "../case/names";
import { isOwnWords } from "../case/own-words";
import { dateText } from "../case/words";
import { PartyName } from "./party";
import { T } from "./text";

const attributionWords: Record<string, string> = {
  named: "named",
  official: "official",
  anonymous: "unnamed",
  expert: "expert",
  narrator: "narrator",
};

export function Quote({ said, names }: { said: Statement; names: Names }) {
  return (
    <blockquote class={`quote ${isOwnWords(said) ? "own" : "others"}`} title={said.id}>
      <p>
        <T>{said.claim}</T>
      </p>
      <footer>
        <T>{said.who}</T>
        {said.speaks_for && (
          <>
            {" for "}
            <PartyName names={names} id={said.speaks_for} />
          </>
        )}
        {`, ${attributionWords[said.attribution] ?? said.attribution}, ${dateText(said.date)}`}
        {said.own_strength && <span class="tag">about its own strength</span>}
      </footer>
    </blockquote>
  );
}

export function Quotes({ ids, all, names }: { ids: string[]; all: Statement[] | null; names: Names }) {
  if (ids.length === 0) {
    return <p class="note">No statement in this file stands under it.</p>;
  }
  const found = ids.map((id) => all?.find((said) => said.id === id));
  return (
    <>
      {found.map((said, at) =>
        said ? <Quote said={said} names={names} /> : <p class="note">{names.statement(ids[at] ?? "")}</p>,
      )}
    </>
  );
}
