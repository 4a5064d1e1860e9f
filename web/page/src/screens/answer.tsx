// The first screen: the answer, what it turns on, and how far it can be trusted.

import type { Check } from "../answers/answers";
import { entriesOf, weakest } from "../case/entries";
import type { Names } from "../case/names";
import { answerText, proofText, unusedText } from "../case/sentence";
import { counted, dateText, listText } from "../case/words";
import { EntryName } from "../parts/entry-basis";
import { HeardSection } from "../parts/heard";
import { NotCounted } from "../parts/not-counted";
import { Numbers } from "../parts/numbers";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Fullness } from "../parts/tags";
import { Hint, Section, T } from "../parts/text";
import { TruthTableView } from "../parts/truth-table";
import { Below, Wait } from "../parts/wait";
import { ask, known } from "../state/asking";
import type { Model } from "../state/model";
import { isSupposed } from "../state/scenario";

type CheckProps = ScreenProps & { check: Check };

/// The proof stands at the end of the last screen.
function HowToCheck({ dispatch }: Pick<ScreenProps, "dispatch">) {
  const go = (event: Event) => {
    event.preventDefault();
    dispatch({ kind: "go", screen: "matrix" });
    requestAnimationFrame(() => {
      const title = document.getElementById("identity-title");
      title?.focus({ preventScroll: true });
      title?.scrollIntoView();
    });
  };
  return (
    <a href="#matrix" onClick={go}>
      How to check it
    </a>
  );
}

function exampleTexts({ outcome, count, several_readings: isRanged }: Check): [string, string] {
  const isOnly = (outcome ? count.sure : count.possible) === 1;
  const summary = outcome ? "combination" : "combination that some numbers allow";
  const where = !isRanged ? "" : outcome ? " in every reading" : " in any reading";
  return isOnly
    ? [`The only ${outcome ? "such " : ""}${summary}`, `No other is acceptable${where}. It is shown, and not proposed.`]
    : [`One ${outcome ? "such " : ""}${summary}`, "An example, not a proposal: it was found first."];
}

function Example({ check, model, names, dispatch }: CheckProps) {
  const outcome = check.outcome ?? check.possible_outcome;
  const [summary, note] = exampleTexts(check);
  return outcome === null ? null : (
    <details>
      <summary>{summary}</summary>
      <p class="note">{note}</p>
      <OutcomeList outcome={outcome} names={names} />
      <p class="print-no">
        <ToBuilder outcome={outcome} dispatch={dispatch} />
      </p>
      <Numbers check={check} names={names} model={model} />
    </details>
  );
}

function Verdict(props: CheckProps) {
  const { check, model, names, dispatch } = props;
  const text = answerText(check, names.show, names.party, isSupposed(model.scenario));
  const isNo = check.verdict === "no_agreement" || check.verdict === "contradiction";
  return (
    <section class={`verdict-box ${check.verdict}`} aria-label="The answer">
      <p class="verdict-sentence">
        <Fullness of={check.verdict} />
        <b>{text.head}</b> <T>{text.body}</T>
      </p>
      {text.more && <p class="verdict-more">{text.more}</p>}
      <SeenBy view={model.page.view} />
      <NotCounted model={model} names={names} isFull />
      {isNo && <Reasons {...props} />}
      {check.verdict === "agreement" && <Carrying {...props} />}
      <Example {...props} />
      {check.outcome === null && check.possible_outcome === null && (
        <details>
          <summary>What each party has without agreement</summary>
          <Numbers check={check} names={names} model={model} />
        </details>
      )}
      <p class="note">
        {proofText(check)} <HowToCheck dispatch={dispatch} />
      </p>
    </section>
  );
}

/// As the program says it above an answer to one view.
function SeenBy({ view }: { view: string }) {
  return view === "mediator" ? null : (
    <p class="note">
      Seen by <T>{view === "public" ? "the public" : view}</T>: entries not visible are treated as missing and not
      counted, so the answer may be surer than that of the whole file.
    </p>
  );
}

/// A "yes" comes with the entries without any one of which it would not be sure.
function Carrying({ check, model, names }: CheckProps) {
  const count = check.rests_on.length;
  if (count === 0) {
    return (
      <p class="note">
        It rests on no single entry: whichever one were unknown, some combination would still be acceptable to all who
        have to agree{check.rests_on_complete ? "" : ", of those that were tried"}.
      </p>
    );
  }
  return (
    <details>
      <summary>What it rests on: {counted(count, "entry", "entries")}</summary>
      <p>
        {count === 1 ? "Were it unknown" : "Were any one of these alone unknown"}, no combination would surely be
        acceptable:
      </p>
      <ul>
        {check.rests_on.map((address) => (
          <li>
            <EntryName address={address} names={names} model={model} />
          </li>
        ))}
      </ul>
      <Binding check={check} model={model} names={names} />
    </details>
  );
}

/// A "no" comes with entries that cannot all hold, and the weakest of them.
function Reasons({ check, model, names }: CheckProps) {
  const weak = weakest(entriesOf(names.show), check.rests_on, 2);
  const said = (check.contradicting_statements ?? []).map((id) => names.show.statements.find((each) => each.id === id));
  return (
    <>
      <p>These cannot all hold:</p>
      <ul>
        {check.rests_on.map((address) => (
          <li>
            <EntryName address={address} names={names} model={model} />
          </li>
        ))}
        {said.map((each) => each && <SaidLine who={each.who} claim={each.claim} id={each.id} />)}
      </ul>
      <Binding check={check} model={model} names={names} />
      {weak.length > 0 && (
        <p class="note">
          Resting on least:{" "}
          {weak.map((entry, at) => (
            <>
              {at > 0 && "; "}
              <EntryName address={entry.entry} names={names} model={model} /> (<T>{names.says(entry)}</T>)
            </>
          ))}
        </p>
      )}
    </>
  );
}

/// Judgements and orders of weights without any one of which the answer would be another.
function Binding({ check, model, names }: Omit<CheckProps, "dispatch">) {
  if (check.rests_on_said.length === 0) {
    return null;
  }
  return (
    <>
      <p>
        {check.verdict === "agreement"
          ? "And on what binds of drafts and weights; without any one of these, no combination would surely be acceptable:"
          : "It stands only with what binds of drafts and weights; without any one of these, some combination would be acceptable in some reading:"}
      </p>
      <ul>
        {check.rests_on_said.map((origin) => {
          const said = names.show.statements.find((each) => each.id === origin);
          return said ? (
            <SaidLine who={said.who} claim={said.claim} id={said.id} />
          ) : (
            <li>
              <EntryName address={origin} names={names} model={model} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function SaidLine({ who, claim, id }: { who: string; claim: string; id: string }) {
  return (
    <li title={id}>
      <T>{who}</T>: <T>{claim}</T>
    </li>
  );
}

function whyAsked(question: Check["next"][number], check: Check): string | null {
  const found = check.alternatives.find((each) => each.id === question.question);
  if (found === undefined || found.decisive === 0) {
    return null;
  }
  return found.of < 2
    ? "its answer changes the answer of this file"
    : `changes the answer in ${found.decisive} of the ${counted(found.of, "way")} to answer the others`;
}

function noneAskedText(check: Check): string {
  return check.verdict === "undecided"
    ? "The search was stopped, so nothing can be told about what to ask."
    : "The program names nothing to ask next.";
}

/// As the program ranks them, in its own words.
function Next({ check }: { check: Check }) {
  return (
    <Section id="next" title="What to ask next">
      {check.next.length === 0 && <p>{noneAskedText(check)}</p>}
      <ol class="asks">
        {check.next.map((question) => (
          <li title={question.question ?? question.entry ?? undefined}>
            <T>{question.text}</T> <span class="note">{whyAsked(question, check)}</span>
          </li>
        ))}
      </ol>
      <Hint>
        First what changes the answer, then what it rests on. <a href="#robustness">Robustness</a> ranks by how far an
        answer would move the share of sampled readings.
      </Hint>
    </Section>
  );
}

function Deadlines({ check, names }: { check: Check; names: Names }) {
  if (check.deadlines.length === 0) {
    return null;
  }
  return (
    <p class="note">
      Deadlines entered:{" "}
      {check.deadlines.map((deadline, at) => (
        <>
          {at > 0 && "; "}
          <T>{[names.party(deadline.party), deadline.title].filter(Boolean).join(": ")}</T> (
          {deadline.hard ? "hard" : "soft"}
          {deadline.pace !== null && (
            <>
              , <T>{deadline.pace}</T>
            </>
          )}
          , {dateText(deadline.date)})
        </>
      ))}
    </p>
  );
}

/// A view may hide what the file holds.
function inView(model: Model): string {
  return model.page.view === "mediator" ? "" : " that this view shows";
}

function Absent({ check, names, model }: CheckProps) {
  if (check.room === null) {
    return <p>No meeting is entered{inView(model)}.</p>;
  }
  const date = dateText(check.room.date);
  return check.room.absent.length === 0 ? (
    <p>All who have to agree were at the last meeting ({date}).</p>
  ) : (
    <p>
      Not there on {date}: <PartyNames names={names} ids={check.room.absent} />.
    </p>
  );
}

function Norms({ names, model }: CheckProps) {
  const norms = names.show.limits.filter((limit) => limit.party === "norm");
  if (norms.length === 0) {
    return <p>None are entered{inView(model)}: nothing here is measured against law or human rights.</p>;
  }
  return (
    <ul>
      {norms.map((norm) => (
        <li>
          <T>{norm.title ?? names.says(norm)}</T> {!norm.on && "(switched off in this file)"}
        </li>
      ))}
    </ul>
  );
}

function Room(props: CheckProps) {
  const { check, names } = props;
  return (
    <div class="pair">
      <Section id="room" title="Who was not in the room">
        <Absent {...props} />
        <Deadlines check={check} names={names} />
      </Section>
      <Section id="norms" title="Norms">
        <Norms {...props} />
      </Section>
    </div>
  );
}

function NotSaid({ check, names }: { check: Check; names: Names }) {
  const unused = unusedText(check, names);
  return (
    <Section id="not-said" title="What this does not say">
      <ul>
        <li>
          Not how likely an agreement is: an answer holds under these entries, and entries can be wrong or missing.
        </li>
        <li>Not what anybody should give up. It rates what is acceptable as entered, not what is just or lawful.</li>
        <li>Nothing across parties: each party’s points are its own and cannot be compared or added.</li>
        {unused.length > 0 && (
          <li>
            Recorded in this file, but not used for the answer: <T>{listText(unused)}</T>.
          </li>
        )}
      </ul>
    </Section>
  );
}

export function AnswerScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Check>(model, ask(model, "check"));
  const check = answer.latest;
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="the answer under what you suppose" />
      {check && (
        <Below known={answer}>
          <Verdict {...props} check={check} />
          <TruthTableView check={check} model={model} names={names} dispatch={dispatch} />
          <HeardSection {...props} />
          <Next check={check} />
          <Room {...props} check={check} />
          <NotSaid check={check} names={names} />
        </Below>
      )}
    </>
  );
}
