import { EXIT } from '../domain/exit-codes.js';
import type { Explanation } from '../domain/explanation.js';
import { Failure } from '../domain/failure.js';
import type { OutcomeName } from '../domain/outcome.js';
import type { ReasonCode, RejectReason } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { DecisionInput } from '../match/conditions.js';
import { decide } from '../match/decide.js';
import { explainDecision } from '../match/explain.js';
import type { MatchModel } from '../match/model.js';
import type { PlaceResolver } from '../normalize/place.js';
import { openLookup, type RegistryLookup } from '../registry/lookup.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { explainMatch } from './explain-match.js';
import { readingsOf } from './field-readings.js';
import { type FoundRow, findRows, type RowQuery } from './find-rows.js';
import { parseIsoDate } from './iso-date.js';
import { matchRecords } from './match-records.js';
import { resultOf } from './outcome-file.js';
import { openPlaceWords, type PlaceWords } from './place-words.js';
import { layoutInResults } from './read-as.js';
import { readDoses } from './read-doses.js';
import { identityText, readIdentity } from './read-identity.js';
import type { RunManifest } from './read-manifest.js';
import { openPlaces } from './reference-data.js';
import { isDatabaseError, registryFailure } from './registry-failure.js';
import { modelSha256 } from './run-identity.js';

export interface ExplainOptions {
  /** Folder of the run. */
  readonly run: string;
  readonly manifest: RunManifest;
  readonly registry: string;
  readonly query: RowQuery;
  /** Also show the persons that a mismatch was compared with. */
  readonly showOthers: boolean;
  readonly model: MatchModel;
  /** Of the sentence: that of the run as it was written, the other one made anew. */
  readonly language: Language;
  readonly toolVersion: string;
}

interface Tools {
  readonly registry: RegistryLookup;
  readonly places: PlaceResolver;
  readonly placeWords: PlaceWords;
}

/**
 * Explains rows of a run: reads and matches them again with the same functions, and lays open every number. Rows of
 * one person that end alike are explained together.
 * @throws Failure exit 3: no such row, or another registry or model than the run's.
 */
export async function explainRows(options: ExplainOptions): Promise<Explanation[]> {
  const { manifest, model } = options;
  if (modelSha256(model) !== manifest.model.sha256) throw otherModel(manifest, model);
  try {
    const registry = openLookup(options.registry, BLOCKING_PLAN);
    try {
      if (registry.registryId !== manifest.registry.id) throw otherRegistry(options.registry);
      const found = await findRows(options.run, manifest, options.query);
      const places = openPlaces(manifest.settings.admin_units);
      const tools = { registry, places, placeWords: openPlaceWords() };
      return groupAlike(found, manifest).map((rows) => explainGroup(rows, options, tools));
    } finally {
      registry.close();
    }
  } catch (error) {
    throw isDatabaseError(error) ? registryFailure(options.registry, error) : error;
  }
}

function layoutOfRow({ input, header }: FoundRow, { inputs }: RunManifest) {
  const { read_as, layout } = inputs[input]!;
  return layoutInResults(read_as, layout, header.columns);
}

/** Rows that were read from the same texts and ended alike. */
function groupAlike(found: readonly FoundRow[], manifest: RunManifest): FoundRow[][] {
  const groups = new Map<string, FoundRow[]>();
  for (const row of found) {
    const { fields, header } = row;
    const end = (['ds_outcome', 'ds_reason', 'ds_explanation'] as const).map((column) =>
      resultOf(fields, header, column),
    );
    const key = `${row.input}\n${identityText(fields, layoutOfRow(row, manifest))}\n${end.join('\n')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function explainGroup(rows: readonly FoundRow[], options: ExplainOptions, tools: Tools): Explanation {
  const { manifest } = options;
  const first = rows[0]!;
  const result = (column: Parameters<typeof resultOf>[2]) => resultOf(first.fields, first.header, column);
  const outcome = result('ds_outcome') as OutcomeName;
  const common = {
    rows: rows.map(({ input, row }) => ({ file: manifest.inputs[input]!.name, row })),
    outcome,
    reason: result('ds_reason') as ReasonCode,
    personId: result('ds_person_id'),
    toolVersion: options.toolVersion,
    modelVersion: manifest.model.version,
  };
  const isRunsLanguage = options.language === manifest.settings.language;
  const written = result('ds_explanation');
  if (outcome === 'rejected') {
    const rejected = { kind: 'rejected', reason: common.reason as RejectReason } as const;
    const sentence = isRunsLanguage ? written : explainDecision(rejected, null, options.language);
    return { ...common, sentence, match: null, agreesWithRun: true };
  }
  const layout = layoutOfRow(first, manifest);
  const latest = parseIsoDate(manifest.settings.latest_date);
  const read = readIdentity(first.fields, layout, tools.places, latest);
  const [{ candidates, allCompared, leftOut }] = matchRecords(
    [read.identity],
    tools.registry,
    options.model,
  ) as [ReturnType<typeof matchRecords>[number]];
  const input: DecisionInput = {
    record: read.identity,
    asSent: read.asSent,
    candidates,
    allCompared,
    doseDate: readDoses(first.fields, layout).latest,
    policy: manifest.settings.match,
  };
  const decision = decide(input);
  const readings = readingsOf(first.fields, layout, read, tools.placeWords);
  const weighing = {
    statistics: tools.registry.statistics,
    model: options.model,
    placeWords: tools.placeWords,
    leftOut,
  };
  const withhold = outcome === 'mismatch' && !options.showOthers;
  return {
    ...common,
    sentence: isRunsLanguage ? written : explainDecision(decision, input, options.language),
    match: explainMatch(input, readings, weighing, withhold),
    agreesWithRun:
      decision.kind === outcome &&
      decision.reason === common.reason &&
      (decision.kind !== 'verified' || decision.personId === common.personId),
  };
}

function otherRegistry(path: string): Failure {
  return new Failure({
    code: 'registry_of_another_run',
    exitCode: EXIT.inputUnusable,
    what: `${path} is not the registry that the run used: its contents have another identifier than the manifest names.`,
    expected: 'the registry file that was given to `doisoat run`, or one built from the same snapshots',
    next: 'Give that registry, or run again with this one.',
  });
}

function otherModel({ model: used, tool }: RunManifest, model: MatchModel): Failure {
  return new Failure({
    code: 'run_other_model',
    exitCode: EXIT.inputUnusable,
    what: `The run weighed with other numbers (model ${used.version}) than these (model ${model.version}).`,
    expected: `the model of the run, which was made by doisoat ${tool.version}`,
    next: 'Give the model file that the run was given, with --model FILE; a run without one needs the version of doisoat that made it, or a new run.',
  });
}
