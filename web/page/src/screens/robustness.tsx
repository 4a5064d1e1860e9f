// How far the answer can be trusted: shares of sampled readings, what settles it, what moves it.

import { Heads, Table } from "../parts/table";
import type { Robust, Sources, Tally, Verdict } from "../answers/answers";
import type { Names } from "../case/names";
import { at } from "../case/scale";
import { counted, numberText, shareText } from "../case/words";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { VerdictTag } from "../parts/tags";
import { Hint, Section, T } from "../parts/text";
import { Wait } from "../parts/wait";
import { ask, known } from "../state/asking";
import { robustQuestion } from "../state/questions";

function Share({ tally }: { tally: Tally | null | undefined }) {
  if (!tally) {
    return <span>–</span>;
  }
  const [low, high] = tally.interval;
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <span class="share-fill" style={{ width: `${tally.share * 100}%` }} />
        <span class="share-interval" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      </span>
      {shareText(tally)}
    </span>
  );
}

function sampleText(robust: Robust): string {
  const sample = robust.sample;
  return sample === null
    ? "no readings were drawn"
    : `${numberText(sample.readings)} sampled readings, seed ${sample.seed}`;
}

function Shares({ robust, names }: { robust: Robust; names: Names }) {
  return (
    <Section id="shares" title="Shares of sampled readings">
      {robust.agreement && (
        <p class="big">
          <Share tally={robust.agreement} /> of sampled readings have some combination acceptable to all who have to
          agree ({sampleText(robust)}).
        </p>
      )}
      {(robust.sample?.unknown_options ?? 0) > 0 && (
        <p class="note">
          {counted(robust.sample?.unknown_options ?? 0, "option")} that nobody rated is drawn anywhere from 0 to 100, so
          these shares owe something to ignorance.
        </p>
      )}
      {Object.keys(robust.blocks).length > 0 && (
        <>
          <p class="note">
            Where a reading has no agreement, in which share of those one party alone stands in the way:
          </p>
          <ul>
            {Object.entries(robust.blocks).map(([party, tally]) => (
              <li>
                <PartyName names={names} id={party} /> <Share tally={tally} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DraftShares robust={robust} names={names} />
    </Section>
  );
}

function DraftShares({ robust, names }: { robust: Robust; names: Names }) {
  if (robust.drafts.length === 0) {
    return null;
  }
  return (
    <Table
      label="Drafts in sampled readings"
      head={<Heads texts={["Draft", "acceptable to all, whatever its open content", "with some content"]} />}
    >
      {robust.drafts.map((draft) => (
        <tr>
          <th scope="row">
            <T>{names.draft(draft.draft)}</T>
          </th>
          <td>
            <Share tally={draft.whatever_its_content?.all} />
          </td>
          <td>
            <Share tally={draft.with_some_content?.all} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

type Swing = Robust["swings"][number] & { at_low: Tally; at_high: Tally };

function isDrawn(swing: Robust["swings"][number]): swing is Swing {
  return swing.at_low !== null && swing.at_high !== null;
}

/// From the lowest to the highest share, in whole steps of 5 percent, so that small differences show.
function axisOf(swings: Swing[]): [number, number] {
  const shares = swings.flatMap((swing) => [swing.at_low.share, swing.at_high.share]);
  const low = Math.floor(Math.min(...shares) * 20) / 20;
  const high = Math.ceil(Math.max(...shares) * 20) / 20;
  return low === high ? [Math.max(0, low - 0.05), Math.min(1, high + 0.05)] : [low, high];
}

/// Where the share goes when one entry sits at either end of its range.
function SwingRow({
  swing,
  axis,
  middle,
  names,
}: {
  swing: Swing;
  axis: [number, number];
  middle: number;
  names: Names;
}) {
  const [low, high] = [at(axis, swing.at_low.share), at(axis, swing.at_high.share)];
  return (
    <li>
      <span class="tornado-name">
        <T>{names.entry(swing.entry)}</T>
        {swing.range && (
          <span class="note">
            {" "}
            {numberText(swing.range[0])} to {numberText(swing.range[1])}
          </span>
        )}
      </span>
      <span class="tornado-bar" aria-hidden="true">
        <span class="tornado-span" style={{ left: `${Math.min(low, high)}%`, width: `${Math.abs(high - low)}%` }} />
        <span class="tornado-middle" style={{ left: `${at(axis, middle)}%` }} />
        <span class="tornado-low" style={{ left: `${low}%` }} />
      </span>
      <span class="note tornado-text">
        {shareText(swing.at_low)} at its low end, {shareText(swing.at_high)} at its high end
      </span>
    </li>
  );
}

const firstRows = 10;

function Tornado({ robust, names }: { robust: Robust; names: Names }) {
  const swings = robust.swings.filter(isDrawn);
  if (swings.length === 0) {
    return <p>No entry has a range, so none moves the share.</p>;
  }
  const axis = axisOf(swings);
  const rows = (some: Swing[]) =>
    some.map((swing) => <SwingRow swing={swing} axis={axis} middle={robust.agreement?.share ?? 0} names={names} />);
  return (
    <>
      <ul class="tornado">
        <li aria-hidden="true">
          <span />
          <span class="tornado-axis">
            <span>{Math.round(axis[0] * 100)} %</span>
            <span>{Math.round(axis[1] * 100)} %</span>
          </span>
        </li>
        {rows(swings.slice(0, firstRows))}
      </ul>
      {swings.length > firstRows && (
        <details>
          <summary>{counted(swings.length - firstRows, "entry moves", "entries move")} it less</summary>
          <ul class="tornado">{rows(swings.slice(firstRows))}</ul>
        </details>
      )}
    </>
  );
}

function Hinges({ robust, names }: { robust: Robust; names: Names }) {
  if (robust.hinges.length === 0) {
    return <p>No single entry settles the answer at an end of its own range.</p>;
  }
  const end = (verdict: Verdict | null) => (verdict === null ? "leaves it open" : <VerdictTag verdict={verdict} />);
  return (
    <Table label="Entries that settle the answer" head={<Heads texts={["Entry", "its low end", "its high end"]} />}>
      {robust.hinges.map((hinge) => (
        <tr>
          <td>
            <T>{names.entry(hinge.entry)}</T>
          </td>
          <td>
            {hinge.tried && numberText(hinge.tried[0])} {end(hinge.at_low)}
          </td>
          <td>
            {hinge.tried && numberText(hinge.tried[1])} {end(hinge.at_high)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

const voiceKinds: Record<string, string> = {
  voice: "the voice of",
  source: "all from the source",
  speaker: "all said by",
  anonymous: "all unnamed speakers",
  others_about: "what others say about",
  own_strength: "what it says of its own strength:",
};

function Voices({ robust, names, sources }: { robust: Robust; names: Names; sources: Sources | null }) {
  const rows = robust.voices.filter((voice) => voice.entries > 0 || voice.verdict !== robust.verdict);
  const who = (name: string) => sources?.statements.find((said) => said.id === name)?.who ?? name;
  if (rows.length === 0) {
    return <p>No statement stands under an entry, so leaving voices out changes nothing.</p>;
  }
  return (
    <Table
      label="Source test"
      head={<Heads texts={["Without", "entries set loose", "answer", "share with an agreement"]} numbers={[1]} />}
    >
      {rows.map((voice) => (
        <tr>
          <td>
            {voiceKinds[voice.kind] ?? voice.kind} {voice.name !== null && <T>{who(voice.name)}</T>}{" "}
            {voice.party !== null && <PartyName names={names} id={voice.party} />}
          </td>
          <td class="num">{voice.entries}</td>
          <td>
            {voice.problem ? (
              <span class="note">
                <T>{voice.problem}</T>
              </span>
            ) : (
              <VerdictTag verdict={voice.verdict} />
            )}
          </td>
          <td>
            <Share tally={voice.agreement} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Asks({ robust, names }: { robust: Robust; names: Names }) {
  const title = (id: string) => names.show.alternatives.find((each) => each.id === id)?.question ?? id;
  return (
    <ol class="asks">
      {robust.questions.slice(0, 12).map((question) => (
        <li>
          {question.ask.length > 0 && (
            <>
              Ask <PartyNames names={names} ids={question.ask} />:{" "}
            </>
          )}
          <T>{question.alternative === null ? names.entry(question.entry ?? "") : title(question.alternative)}</T>
          <span class="note">
            {question.answers.map((answer, at) => (
              <>
                {at > 0 && "; "}
                {answer.answer ? <T>{answer.answer.replaceAll("_", " ")}</T> : at === 0 ? "low end" : "high end"}:{" "}
                {answer.agreement ? shareText(answer.agreement) : "–"}
              </>
            ))}{" "}
            of sampled readings with an agreement
          </span>
        </li>
      ))}
    </ol>
  );
}

const most = 1_000_000;

function Draw({ model, dispatch, robust }: ScreenProps & { robust: Robust | null }) {
  const { samples, seed } = model.views;
  const draw = (views: { samples?: number; seed?: number }) => dispatch({ kind: "view", views });
  return (
    <div class="tools">
      <button type="button" disabled={samples >= most} onClick={() => draw({ samples: Math.min(samples * 10, most) })}>
        Draw {numberText(Math.min(samples * 10, most))} readings
      </button>
      <button type="button" onClick={() => draw({ seed: seed + 1 })}>
        Draw others (seed {seed + 1})
      </button>
      {samples > 1000 && (
        <button type="button" onClick={() => draw({ samples: 1000 })}>
          Back to {numberText(1000)}
        </button>
      )}
      {robust && <span class="note">Shown: {sampleText(robust)}</span>}
    </div>
  );
}

const tornadoNote =
  "Each entry at the low and the high end of its own range, all else drawn as before. The line marks the share with everything drawn; the round end is the low one.";
const voicesNote = "The answer when one voice, or one class of them, is left out. Statements of one voice count once.";

function Parts({ robust, names, sources }: { robust: Robust; names: Names; sources: Sources | null }) {
  return (
    <>
      <p>
        The answer itself, proved and not sampled: <VerdictTag verdict={robust.verdict} />
      </p>
      {robust.sample && <Shares robust={robust} names={names} />}
      <Section id="tornado" title="What moves the share" note={tornadoNote}>
        <Tornado robust={robust} names={names} />
      </Section>
      <Section id="hinges" title="What settles the answer">
        <Hinges robust={robust} names={names} />
      </Section>
      <Section id="voices" title="Source test" note={voicesNote}>
        <Voices robust={robust} names={names} sources={sources} />
      </Section>
      {robust.questions.length > 0 && (
        <Section id="asks" title="What to ask whom" note="Those first whose answer would move the share most.">
          <Asks robust={robust} names={names} />
        </Section>
      )}
    </>
  );
}

export function RobustnessScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Robust>(model, robustQuestion(model));
  const sources = known<Sources>(model, ask(model, "sources")).latest;
  const robust = answer.latest;
  const what = `${numberText(model.views.samples)} readings with seed ${model.views.seed}`;
  return (
    <>
      <p class="note">
        A reading is one choice of numbers inside the ranges entered. Each sampled reading is decided exactly. A share
        of sampled readings is never the chance of an agreement.
      </p>
      <Draw {...props} robust={robust} />
      <Wait model={model} dispatch={dispatch} known={answer} what={what} />
      {robust && (
        <div class={answer.data ? "" : "stale"}>
          <Parts robust={robust} names={names} sources={sources} />
        </div>
      )}
      <Hint>
        To leave out a single statement on the whole page, use <a href="#evidence">Evidence</a>.
      </Hint>
    </>
  );
}
