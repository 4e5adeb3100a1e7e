# `just` lists the recipes.

bin := env("STEMMA_BIN", ".venv/bin")

_list:
    @just --list

# A virtual environment with all that development needs
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -e ".[dev]"

# All of CI: style, types, the house's walls, tests
check: lint types walls test

lint:
    {{bin}}/ruff check .
    {{bin}}/ruff format --check .

types:
    {{bin}}/mypy

# The import contracts
walls:
    {{bin}}/lint-imports

test *ARGS:
    {{bin}}/pytest {{ARGS}}

# Score every gold case beside the repository, and the example story
gold *ARGS:
    {{bin}}/python -m benchmarks.score examples/gorna.gold.yaml
    if [ -x ../shared/gold/score_all ]; then {{bin}}/python ../shared/gold/score_all --stemma "{{bin}}/stemma" {{ARGS}}; else echo "no ../shared/gold here: only the example was scored"; fi

# Score PolNeAR: tokens, spans and whole attributions; other readers of quotes with --peers DIR
attribution CORPUS="../shared/data/polnear" *ARGS:
    {{bin}}/python -m benchmarks.attribution {{CORPUS}} {{ARGS}}

# How long a brief takes, and what of it is the encoder's
speed *FOLDERS:
    {{bin}}/python -m benchmarks.speed {{FOLDERS}}

# Score time expressions on TimeML texts such as TempEval-3's
dates FOLDER="../shared/data/tempeval3" *ARGS:
    {{bin}}/python -m benchmarks.dates {{FOLDER}} {{ARGS}}

# Score cases that are made with a known tree; --half held, --curve, --misses
trees *ARGS:
    {{bin}}/python -m benchmarks.trees {{ARGS}}

# Kill `stemma add` at random moments, and look whether the case holds what it said
kills FOLDER="examples/gorna" *ARGS:
    {{bin}}/python -m benchmarks.kills {{FOLDER}} {{ARGS}}

# What one more report costs a case of any size
cases *ARGS:
    {{bin}}/python -m benchmarks.cases {{ARGS}}

# The brief of the example story
example:
    {{bin}}/stemma brief examples/gorna

# From the corpora to the tagger's weights (some two hours on two cores); TEACHER: a folder of all-mpnet-base-v2
train TEACHER CORPUS="../shared/data/polnear" EVENTS="../shared/data/events":
    {{bin}}/python -m training.tagger {{CORPUS}} src/stemma/taggers/weights --teacher {{TEACHER}} \
        --events {{EVENTS}} --leave 36 69 73 74 --marked training/marks/events --inner training/marks/inner
