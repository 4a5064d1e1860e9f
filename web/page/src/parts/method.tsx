// How words became ranges, what identifies the case, and the proof to be checked by others.

import type { Names } from "../case/names";
import { wordTables, type WordRow } from "../case/word-table";
import { known } from "../state/asking";
import { verifyQuestion } from "../state/questions";
import { caseQuestion, proofFile, supposedFile, supposedProofFile } from "../state/saving";
import { layerLine, layerQuestion } from "../state/layer";
import { commandLine, isAsEntered, setsOf } from "../state/scenario";
import { isFitting, unfitting } from "../state/unfitting";
import type { ScreenProps } from "./props";
import { copy, download } from "./save";
import { SaveButton, Saving } from "./save-supposed";
import { Section, T } from "./text";
import { Wait } from "./wait";

function WordTable({ rows, label }: { rows: WordRow[]; label: string }) {
  return (
    <table class="words">
      <caption>{label}</caption>
      <tbody>
        {rows.map(([word, range]) => (
          <tr>
            <th scope="row">
              <T>{word}</T>
            </th>
            <td>{range}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Words({ names }: Pick<ScreenProps, "names">) {
  const { stances, weights, noWeight } = wordTables(names.show);
  return (
    <Section
      id="words"
      title="How words became ranges"
      note={`The ranges of this case. A word stands for every number of its range; no single one is chosen. Where a party rates options and nothing says how much the issue matters to it, its weight is ${noWeight}.`}
    >
      <div class="pair">
        <WordTable rows={stances} label="How an option is rated, 0 to 100" />
        <WordTable rows={weights} label="How much an issue matters" />
      </div>
    </Section>
  );
}

function SaveChanges({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  const { scenario } = model;
  const hasEdits = Object.keys(setsOf(scenario)).length > 0;
  const question = caseQuestion(model);
  return (
    <>
      <div class="tools">
        <SaveButton question={question} name={supposedFile} dispatch={dispatch}>
          Save the case as supposed (TOML)
        </SaveButton>
        <SaveButton question={question} name={supposedProofFile} wants="proof" dispatch={dispatch}>
          Save a certificate of that answer
        </SaveButton>
        {hasEdits && (
          <SaveButton question={layerQuestion(model)} name="edits.toml" wants="layer" dispatch={dispatch}>
            Save edited entries as a layer (TOML)
          </SaveButton>
        )}
        <button type="button" onClick={() => dispatch({ kind: "reset" })}>
          Reset all
        </button>
      </div>
      <Saving model={model} dispatch={dispatch} />
      <p class="note">
        The saved case holds everything supposed here; comments of the original file are not in it. A certificate of the
        answer is for that case:{" "}
        <code>
          unbracket verify {supposedFile} {supposedProofFile}
        </code>
      </p>
      {hasEdits && (
        <p class="note">
          The layer overwrites nothing: {scenario.movement && "the movement is an open question of its own in it. "}It
          is asked with: <code>{layerLine(scenario)}</code>
        </p>
      )}
    </>
  );
}

export function Changes({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  if (isAsEntered(model.scenario)) {
    return (
      <p class="note">
        Nothing is changed. Choose an entry to try another value; the changes are listed at the top of every screen.
      </p>
    );
  }
  if (!isFitting(unfitting(model))) {
    return (
      <p class="note">
        These changes do not fit together, so there is no command line for them and nothing to save. The one to look at
        is marked at the top.
      </p>
    );
  }
  const line = commandLine("check", model.scenario);
  const say = async () =>
    dispatch({ kind: "say", text: (await copy(line)) ? "Copied" : "The browser does not allow copying" });
  return (
    <div class="card">
      <p>The same on the command line:</p>
      <pre tabIndex={0} role="region" aria-label="The command line">
        {line}
      </pre>
      <div class="tools">
        <button type="button" onClick={say}>
          Copy
        </button>
      </div>
      <SaveChanges model={model} dispatch={dispatch} />
    </div>
  );
}

function CertificateButtons({ model, dispatch, certificate }: Omit<ScreenProps, "names"> & { certificate: string }) {
  const caseText = model.page.files[model.page.operands[0] ?? ""] ?? "";
  const { verifying } = model.views;
  return (
    <div class="tools">
      <button type="button" onClick={() => download(proofFile, certificate, "application/json")}>
        Download the certificate
      </button>
      <button type="button" onClick={() => download("case.toml", caseText)}>
        Download the case
      </button>
      <button
        type="button"
        aria-pressed={verifying}
        onClick={() => dispatch({ kind: "view", views: { verifying: true } })}
      >
        Verify it here
      </button>
    </div>
  );
}

function Verified({ model, dispatch }: Omit<ScreenProps, "names">) {
  const verified = known<unknown>(model, verifyQuestion(model));
  const code = model.replies[verified.question.key]?.reply.code;
  if (verified.data === null) {
    return (
      <Wait
        model={model}
        dispatch={dispatch}
        known={verified}
        what="whether the certificate proves the answer"
        hasOlder={false}
      />
    );
  }
  return (
    <p role="status">
      <b>The independent checker {code === 0 ? "accepts" : "refuses"} it.</b>
    </p>
  );
}

function Certificate({ model, dispatch }: Omit<ScreenProps, "names">) {
  const { certificate } = model.page;
  if (certificate === undefined) {
    return (
      <p>
        This file holds no certificate. <code>unbracket check case.toml --certificate proof.json</code> writes one.
      </p>
    );
  }
  return (
    <>
      <p>
        The certificate is a proof for this case as entered, and for no other: what you suppose on this page is not in
        it; one for that can be saved under “What you changed”. The case here is the one that this view sees, without
        the comments of the original file. A checker that shares only file reading with the engine recomputes it from
        the entries.
      </p>
      <CertificateButtons model={model} dispatch={dispatch} certificate={certificate} />
      <pre tabIndex={0} role="region" aria-label="How to verify it">
        unbracket verify case.toml proof.json
      </pre>
      {model.views.verifying && <Verified model={model} dispatch={dispatch} />}
    </>
  );
}

export function Identity({ model, names, dispatch }: ScreenProps & { names: Names }) {
  const { page } = model;
  return (
    <Section id="identity" title="Version, seed, digest, certificate">
      <dl class="facts">
        <div>
          <dt>Program</dt>
          <dd>unbracket {page.version}</dd>
        </div>
        <div>
          <dt>Digest of the case</dt>
          <dd>
            <code>{page.digest}</code>
          </dd>
        </div>
        <div>
          <dt>Seed of samples</dt>
          <dd>{page.seed}</dd>
        </div>
        <div>
          <dt>Seen by</dt>
          <dd>
            <T>{page.view.startsWith("party:") ? names.party(page.view.slice(6)) : page.view}</T>; the case in this file
            holds only what they see
          </dd>
        </div>
      </dl>
      <Certificate model={model} dispatch={dispatch} />
    </Section>
  );
}
