// The answer when one voice, or one class of them, is left out.

import type { Robust, Sources } from "../answers/answers";
import type { Names } from "../case/names";
import { PartyName, PartyNames } from "./party";
import { Share } from "./share";
import { Heads, Table } from "./table";
import { VerdictTag } from "./tags";
import { T } from "./text";

const voiceKinds: Record<string, string> = {
  voice: "the voice of",
  source: "all from the source",
  speaker: "all said by",
  anonymous: "all unnamed speakers",
  others_about: "what others say about",
  own_strength: "what it says of its own strength:",
};

const voiceHeads = ["Without", "entries that rest on it alone", "answer", "share with an agreement"];

interface VoiceProps {
  voice: Robust["voices"][number];
  names: Names;
  sources: Sources | null;
}

function OneStatement({ id, names, sources }: { id: string; names: Names; sources: Sources | null }) {
  const claim = sources?.statements.find((said) => said.id === id)?.claim;
  return (
    <>
      one statement: <T>{names.statement(id)}</T>
      {claim !== undefined && (
        <>
          , “<T>{claim}</T>”
        </>
      )}
    </>
  );
}

function WhoseWords({ voice, names, sources }: VoiceProps) {
  if (voice.kind === "statement" && voice.name !== null) {
    return <OneStatement id={voice.name} names={names} sources={sources} />;
  }
  const who = sources?.statements.find((said) => said.id === voice.name)?.who ?? voice.name;
  return (
    <>
      {voiceKinds[voice.kind] ?? voice.kind} {who !== null && <T>{who}</T>}{" "}
      {voice.party !== null && <PartyName names={names} id={voice.party} />}
    </>
  );
}

function VoiceRow({ voice, names, sources }: VoiceProps) {
  return (
    <tr>
      <th scope="row" title={voice.statements.map(names.statement).join("; ")}>
        <WhoseWords voice={voice} names={names} sources={sources} />
      </th>
      <td class="num" data-label={voiceHeads[1]}>
        {voice.entries}
      </td>
      <td data-label={voiceHeads[2]}>
        {voice.problem ? (
          <span class="note">
            <T>{voice.problem}</T>
          </span>
        ) : (
          <VerdictTag verdict={voice.verdict} />
        )}
      </td>
      <td data-label={voiceHeads[3]}>
        <Share tally={voice.agreement} />
      </td>
    </tr>
  );
}

/// Those left out of the table: they change nothing, and no entry rests on them alone.
function Others({ robust, names }: { robust: Robust; names: Names }) {
  const silent = robust.voices.filter((voice) => voice.kind === "speaker" && !isTold(voice, robust));
  const parties = silent.flatMap((voice) => (voice.party === null ? [] : [voice.party]));
  return parties.length === 0 ? null : (
    <p class="note">
      No entry rests alone on what is said for <PartyNames names={names} ids={parties} />; leaving it out changes
      nothing.
    </p>
  );
}

function isTold(voice: Robust["voices"][number], robust: Robust): boolean {
  return voice.entries > 0 || voice.verdict !== robust.verdict;
}

export function Voices({ robust, names, sources }: { robust: Robust; names: Names; sources: Sources | null }) {
  const rows = robust.voices.filter((voice) => isTold(voice, robust));
  if (rows.length === 0) {
    return <p>No statement stands under an entry, so leaving voices out changes nothing.</p>;
  }
  return (
    <>
      <Table label="Source test" look="stacked" head={<Heads texts={voiceHeads} numbers={[1]} />}>
        {rows.map((voice) => (
          <VoiceRow voice={voice} names={names} sources={sources} />
        ))}
      </Table>
      <Others robust={robust} names={names} />
    </>
  );
}
