import type { ChangedSetting, RunDifferences } from '../domain/run-comparison.js';
import type { RunManifest } from './read-manifest.js';

/** What the manifests of two runs say went in, where it is not the same. */
export function differencesOf(before: RunManifest, after: RunManifest): RunDifferences {
  const oldInputs = new Map(before.inputs.map((input) => [input.name, input]));
  const newInputs = new Map(after.inputs.map((input) => [input.name, input]));
  const inBoth = before.inputs.filter(({ name }) => newInputs.has(name));
  const isChanged = ({ name, sha256 }: RunManifest['inputs'][number]) =>
    newInputs.get(name)!.sha256 !== sha256;
  return {
    inputsOnlyOld: before.inputs.filter(({ name }) => !newInputs.has(name)).map(({ name }) => name),
    inputsOnlyNew: after.inputs.filter(({ name }) => !oldInputs.has(name)).map(({ name }) => name),
    inputsChanged: inBoth.filter(isChanged).map(({ name }) => name),
    inputsReadOtherwise: inBoth
      .filter((input) => !isChanged(input))
      .filter(({ name, read_as }) => JSON.stringify(read_as) !== JSON.stringify(newInputs.get(name)!.read_as))
      .map(({ name }) => name),
    settings: changedSettings(before.settings, after.settings),
    model: before.model.sha256 === after.model.sha256 ? null : [before.model.version, after.model.version],
    registry:
      before.registry.id === after.registry.id ? null : [before.registry.persons, after.registry.persons],
    tool: before.tool.version === after.tool.version ? null : [before.tool.version, after.tool.version],
  };
}

function changedSettings(before: object, after: object): ChangedSetting[] {
  const oldLeaves = new Map(leavesOf(before));
  const newLeaves = new Map(leavesOf(after));
  const names = [...new Set([...oldLeaves.keys(), ...newLeaves.keys()])].sort();
  return names
    .map((name) => ({ name, old: oldLeaves.get(name) ?? 'null', new: newLeaves.get(name) ?? 'null' }))
    .filter((setting) => setting.old !== setting.new);
}

/** `match.marginBits` and its value as JSON, for every leaf but the checksum. */
function leavesOf(tree: object, prefix = ''): [name: string, value: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    if (key === 'sha256') return [];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return leavesOf(value as object, `${prefix}${key}.`);
    }
    return [[`${prefix}${key}`, JSON.stringify(value)]];
  });
}
