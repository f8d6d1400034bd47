#!/usr/bin/env bash
# Spreads one run over the nodes of a Slurm cluster:
#   bash reconcile.sh SHARDS EXPORTS REGISTRY OUT
# EXPORTS (a file or a folder), REGISTRY and OUT lie on a file system that all nodes see. When shards have failed, call it
# again with the same arguments: those that are done end at once, the others go on where they stopped.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 4 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }

# Not DOISOAT_ alone: those are settings of the program.
export RECONCILE_SHARDS=$1 RECONCILE_DOSES=$2 RECONCILE_REGISTRY=$3 RECONCILE_OUT=$4
mkdir -p "$RECONCILE_OUT.shards"

shards=$(sbatch --parsable --array="1-$RECONCILE_SHARDS" --output="$RECONCILE_OUT.shards/%a.log" "$here/shard.sbatch")
merge=$(sbatch --parsable --dependency="afterok:$shards" --kill-on-invalid-dep=yes --output="$RECONCILE_OUT.shards/merge.log" \
  --job-name=doisoat-merge --wrap='doisoat merge --shards "$RECONCILE_OUT.shards" --out "$RECONCILE_OUT"')
echo "shards: job $shards; merge: job $merge; results: $RECONCILE_OUT"
