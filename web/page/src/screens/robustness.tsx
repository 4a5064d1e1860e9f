// How far the answer can be trusted: shares of sampled readings, what settles it, what moves it.

import { own } from "../case/own";
import type { Robust, Sources, Verdict } from "../answers/answers";
import type { Names } from "../case/names";
import { agreersText } from "../case/agreers";
import { hingesNote, sampleNotes } from "../case/sample-text";
import { isOtherUnder, isStillUnder } from "../case/still";
import { counted, numberText, shareText } from "../case/words";
import { EntryName } from "../parts/entry-basis";
import { NotCounted } from "../parts/not-counted";
import { OptionText } from "../parts/option";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Share } from "../parts/share";
import { Heads, Table } from "../parts/table";
import { VerdictTag } from "../parts/tags";
import { Hint, Section, T } from "../parts/text";
import { Tornado } from "../parts/tornado";
import { Voices } from "../parts/voices";
import { Below, Wait } from "../parts/wait";
import { enteredCheck, hasReadings, known } from "../state/asking";
import { evidenceQuestion, robustQuestion } from "../state/questions";

type NamesAndModel = Pick<ScreenProps, "names" | "model">;

function sampleText(robust: Robust): string {
  const sample = robust.sample;
  return sample === null
    ? "no readings were drawn"
    : `${numberText(sample.readings)} sampled readings, seed ${sample.seed}`;
}

/// How often one party's value is what keeps a reading from an agreement; several can be at once.
function Blocks({ robust, names }: { robust: Robust; names: Names }) {
  const { sample, agreement, blocks, undecided } = robust;
  if (sample === null || agreement === null || Object.keys(blocks).length === 0) {
    return null;
  }
  const without = sample.readings - agreement.drawn - undecided;
  if (without === 0) {
    return null;
  }
  return (
    <>
      <p class="note">
        Of {counted(without, "reading")} without an agreement, so many would have one were this party content with any
        value, its limits standing. This can be true of several parties in one reading.
      </p>
      <ul>
        {Object.entries(blocks).map(([party, tally]) => (
          <li>
            <PartyName names={names} id={party} /> <Share tally={tally} />
            {tally && <span class="note"> ({counted(tally.drawn, "reading")})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function ShareNotes({ robust, model, names }: NamesAndModel & { robust: Robust }) {
  const isAnyOpen = enteredCheck(model).alternatives.some(({ id }) => own(model.scenario.answers, id) === undefined);
  const notes = robust.sample === null ? [] : sampleNotes(robust.sample, names);
  return (
    <>
      <p class="note">
        The thin line over a bar is Wilson’s 95 % interval: how far a sample of this size may miss the share.
      </p>
      {isAnyOpen && (
        <p class="note">Questions that the file leaves open stand as it has them, and the shares hold only so.</p>
      )}
      {notes.map((note) => (
        <p class="note">
          <T>{note}</T>
        </p>
      ))}
    </>
  );
}

function Shares({ robust, names, model }: NamesAndModel & { robust: Robust }) {
  return (
    <Section id="shares" title="Shares of sampled readings">
      {robust.agreement && (
        <p class="big">
          <Share tally={robust.agreement} /> of sampled readings have some combination acceptable to{" "}
          <T>{agreersText(names.show)}</T> ({sampleText(robust)}).
        </p>
      )}
      <NotCounted model={model} names={names} />
      <ShareNotes robust={robust} model={model} names={names} />
      <Blocks robust={robust} names={names} />
      <DraftShares robust={robust} names={names} />
    </Section>
  );
}

const draftHeads = ["Draft", "acceptable, whatever its open content", "with some content"];

function DraftShares({ robust, names }: { robust: Robust; names: Names }) {
  if (robust.drafts.length === 0) {
    return null;
  }
  return (
    <Table label="Drafts in sampled readings" look="stacked" head={<Heads texts={draftHeads} />}>
      {robust.drafts.map((draft) => (
        <tr>
          <th scope="row" title={draft.draft}>
            <T>{names.draft(draft.draft)}</T>
          </th>
          <td data-label={draftHeads[1]}>
            <Share tally={draft.whatever_its_content?.all} />
          </td>
          <td data-label={draftHeads[2]}>
            <Share tally={draft.with_some_content?.all} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const hingeHeads = ["Entry", "its low end", "its high end"];

function HingeEnd({ value, verdict }: { value: number | undefined; verdict: Verdict | null }) {
  return (
    <>
      {value !== undefined && numberText(value)}{" "}
      {verdict === null ? "leaves it open, or it was not decided" : <VerdictTag verdict={verdict} />}
    </>
  );
}

function Hinges({ robust, names, model }: NamesAndModel & { robust: Robust }) {
  const note = hingesNote(robust);
  if (robust.hinges.length === 0) {
    return <p>{note}</p>;
  }
  const table = (
    <Table label="Entries that settle the answer" look="stacked" head={<Heads texts={hingeHeads} />}>
      {robust.hinges.map((hinge) => (
        <tr>
          <th scope="row">
            <EntryName address={hinge.entry} names={names} model={model} />
          </th>
          <td data-label={hingeHeads[1]}>
            <HingeEnd value={hinge.tried?.[0]} verdict={hinge.at_low} />
          </td>
          <td data-label={hingeHeads[2]}>
            <HingeEnd value={hinge.tried?.[1]} verdict={hinge.at_high} />
          </td>
        </tr>
      ))}
    </Table>
  );
  return (
    <>
      {table}
      {note !== null && <p class="note">{note}</p>}
    </>
  );
}

type Ask = Robust["questions"][number];

function AskAnswers({ answers }: Pick<Ask, "answers">) {
  return (
    <span class="note">
      {answers.map((answer, at) => (
        <>
          {at > 0 && "; "}
          {answer.answer ? <T>{answer.answer.replaceAll("_", " ")}</T> : at === 0 ? "low end" : "high end"}:{" "}
          {answer.agreement ? shareText(answer.agreement) : "–"}
        </>
      ))}{" "}
      of sampled readings with an agreement
    </span>
  );
}

function Asks({ robust, names, model }: NamesAndModel & { robust: Robust }) {
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
          {question.alternative === null ? (
            <EntryName address={question.entry ?? ""} names={names} model={model} />
          ) : (
            <T>{title(question.alternative)}</T>
          )}
          <AskAnswers answers={question.answers} />
        </li>
      ))}
    </ol>
  );
}

function AskSection(props: NamesAndModel & { robust: Robust }) {
  const { questions, agreement } = props.robust;
  const isStill = isStillUnder(props.robust);
  return (
    <Section
      id="asks"
      title="What to ask whom"
      note={isStill ? undefined : "Those first whose answer would move the share most."}
    >
      {isStill ? (
        <p>
          No answer moves the share: under any answer to the {counted(questions.length, "question")} that were tried it
          stays {shareText(agreement)} in this sample.
          {isOtherUnder(props.robust) && (
            <>
              {" "}
              The answer itself is otherwise under some, which no sample shows:{" "}
              <a href="#answer/turns">What it turns on</a>.
            </>
          )}
        </p>
      ) : (
        <Asks {...props} />
      )}
    </Section>
  );
}

/// Options that no statement stands behind, and the share without them.
function InventedShare({ robust, names }: { robust: Robust; names: Names }) {
  const invented = Object.entries(robust.regimes?.invented_options ?? {});
  return invented.length === 0 ? null : (
    <Section id="invented" title="Without invented options">
      <ul>
        {invented.flatMap(([issue, options]) =>
          options.map((option) => (
            <li>
              <T>{names.issue(issue)}</T>: <OptionText issue={issue} option={option} names={names} />
            </li>
          )),
        )}
      </ul>
      <p>
        Were none of these open to anybody: <Share tally={robust.regimes?.without_invented} /> of sampled readings with
        an agreement.
      </p>
    </Section>
  );
}

const most = 1_000_000;

function Draw({ model, dispatch, robust }: ScreenProps & { robust: Robust | null }) {
  const { seed } = model.views;
  // Ten times as many as are shown; what was cancelled does not count.
  const samples = robust?.sample?.readings ?? model.views.samples;
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
const movementNote =
  "Limits, red lines and rules that the movement taken as made opens count here as supposed: no voice stands behind them, so voices that entered them have fewer entries here, or none.";

/// Points that a party bears are no entry, so no voice has fewer for them.
function opensSome({ scenario }: ScreenProps["model"]): boolean {
  return scenario.movement?.movement.moves.some((move) => move.opened) ?? false;
}

function Parts({ robust, sources, ...rest }: NamesAndModel & { robust: Robust; sources: Sources | null }) {
  const { names, model } = rest;
  const isDecided = robust.verdict !== "undecided";
  return (
    <>
      <p>
        The answer itself, {isDecided ? "proved and not sampled" : "which sampling does not replace"}:{" "}
        <VerdictTag verdict={robust.verdict} />
      </p>
      {robust.sample && hasReadings(model) && <Shares robust={robust} names={names} model={model} />}
      {hasReadings(model) && (
        <Section id="tornado" title="What moves the share" note={tornadoNote}>
          <Tornado {...rest} robust={robust} />
        </Section>
      )}
      <Section id="hinges" title="What settles the answer">
        <Hinges {...rest} robust={robust} />
      </Section>
      <Section id="voices" title="Source test" note={voicesNote}>
        {opensSome(model) && <p class="note">{movementNote}</p>}
        <Voices robust={robust} names={names} sources={sources} />
      </Section>
      <InventedShare robust={robust} names={names} />
      {robust.questions.length > 0 && <AskSection {...rest} robust={robust} />}
    </>
  );
}

function undecidedText(robust: Robust | null): string {
  const undecided = robust?.undecided ?? 0;
  return undecided === 0
    ? "Each sampled reading is decided exactly."
    : `${counted(undecided, "sampled reading")} could not be decided within the budget; nothing is known of them.`;
}

export function RobustnessScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Robust>(model, robustQuestion(model));
  const sources = known<Sources>(model, evidenceQuestion(model, "sources")).latest;
  const robust = answer.latest;
  const what = `${numberText(model.views.samples)} readings with seed ${model.views.seed}`;
  const isSampled = hasReadings(model);
  return (
    <>
      {isSampled ? (
        <p class="note">
          A reading is one choice of numbers inside the ranges entered. {undecidedText(robust)} A share of sampled
          readings is never the chance of an agreement.
        </p>
      ) : (
        <p class="note">
          Every number here is single, so there is one reading only; a sample says no more than the answer.
        </p>
      )}
      {isSampled && <Draw {...props} robust={robust} />}
      <Wait model={model} dispatch={dispatch} known={answer} what={what} />
      {robust && (
        <Below known={answer}>
          <Parts robust={robust} names={names} model={model} sources={sources} />
        </Below>
      )}
      <Hint>
        To leave out a single statement on the whole page, use <a href="#evidence">Evidence</a>.
      </Hint>
    </>
  );
}
