"""A claim's tree as a graph for other programs: DOT for Graphviz, GraphML for Gephi, yEd, Cytoscape or networkx."""

import json
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from stemma.model import Brief
from stemma.tell.desk import Desk
from stemma.tell.layout import clean
from stemma.tell.portion import Portion
from stemma.tell.trees.bonds import Bond
from stemma.tell.trees.choosing import choose
from stemma.tell.trees.lineage import Lineage, lineage_of

__all__ = ["tree_as_dot", "tree_as_graphml"]

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
Value = str | float | bool
Values = Mapping[str, Value]
SHAPES = {"origin": "diamond", "relay": "diamond", "denier": "diamond", "document": "box", "voice": "box"}
FILLED = frozenset({"origin"})


def tree_as_dot(told: Brief | Portion, claim: str) -> str:
    """Return the tree of a claim in the language of Graphviz; a line leads from who took it to whom it is from."""
    account, desk = choose(told, claim)
    lineage = lineage_of(account, desk)
    lines = [f"digraph {_quoted(account.claim.id)} {{", f"  label={_quoted(account.quotation.text)};"]
    lines += ["  rankdir=BT;", "  labelloc=t;", '  node [fontname="sans-serif"];', '  edge [fontname="sans-serif"];']
    for id, values in _nodes(lineage, desk):
        look: dict[str, Value] = {"shape": SHAPES[str(values["kind"])]}
        if values["kind"] in FILLED:
            look |= {"style": "filled", "fillcolor": "#f0d9d3"}
        lines.append(f"  {_quoted(id)} {_attributes({**values, **look})};")
    for bond, values in _edges(lineage):
        look = {"label": bond.words}
        if bond.is_open or (bond.fold and not bond.fold.is_certain):
            look["style"] = "dashed"
        if bond.is_denial or bond.is_circular:
            look["color"] = "#9a1f1f"
        lines.append(f"  {_quoted(bond.child)} -> {_quoted(bond.parent)} {_attributes({**values, **look})};")
    return "\n".join([*lines, "}"]) + "\n"


def tree_as_graphml(told: Brief | Portion, claim: str) -> str:
    """Return the tree of a claim as GraphML; an edge leads from who took it to whom it is from."""
    account, desk = choose(told, claim)
    lineage = lineage_of(account, desk)
    ElementTree.register_namespace("", GRAPHML)
    root = ElementTree.Element(_tag("graphml"))
    graph = ElementTree.Element(_tag("graph"), {"id": account.claim.id, "edgedefault": "directed"})
    keys: dict[tuple[str, str], str] = {}
    facts: Values = {"text": account.claim.text, "outlets": float(account.claim.outlets), "origins": account.count}
    _add(graph, "graph", facts, keys)
    for id, values in _nodes(lineage, desk):
        _add(ElementTree.SubElement(graph, _tag("node"), {"id": id}), "node", values, keys)
    for at, (bond, values) in enumerate(_edges(lineage), 1):
        ends = {"id": f"e{at}", "source": bond.child, "target": bond.parent}
        _add(ElementTree.SubElement(graph, _tag("edge"), ends), "edge", values, keys)
    for (owner, name), kind in keys.items():
        declared = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": kind}
        ElementTree.SubElement(root, _tag("key"), declared)
    root.append(graph)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _nodes(lineage: Lineage, desk: Desk) -> Iterator[tuple[str, Values]]:
    for id in lineage.nodes:
        values: dict[str, Value] = {"kind": lineage.kind(id)}
        if id in desk.numbers:
            document = desk.document(id)
            interval = document.published.interval
            values |= {"label": desk.label(id), "path": document.path, "sha256": document.sha256}
            values |= {"earliest": str(interval.earliest), "latest": str(interval.latest)} if interval else {}
            values["contents"] = " | ".join(desk.quote_content(a).text for a in lineage.wordings(id))
        else:
            source = desk.sources.get(id)
            values["label"] = desk.name(id)
            if source:
                values["source_kind"] = source.kind
                values |= {"role": source.role} if source.role else {}
                values |= {"party": desk.name(source.party)} if source.party else {}
        yield id, {name: clean(value) if isinstance(value, str) else value for name, value in values.items()}


def _edges(lineage: Lineage) -> Iterator[tuple[Bond, Values]]:
    for bond in lineage.bonds:
        places = [[place.document, place.span.start, place.span.end] for place in bond.places]
        values: dict[str, Value] = {"evidence": bond.kind, "spans": json.dumps(places)}
        values |= (
            {"reason": bond.fold.reason, "is_certain": bond.fold.is_certain} if bond.fold else {"score": bond.score}
        )
        values |= {"is_open": bond.is_open, "is_denial": bond.is_denial, "is_circular": bond.is_circular}
        yield bond, values


def _add(element: ElementTree.Element, owner: str, values: Values, keys: dict[tuple[str, str], str]) -> None:
    """Write *values* under *element*, and what kind each of them is into *keys*."""
    for name, value in values.items():
        kind = "boolean" if isinstance(value, bool) else "double" if isinstance(value, float) else "string"
        keys.setdefault((owner, name), kind)
        text = str(value).lower() if isinstance(value, bool) else _in_xml(str(value))
        ElementTree.SubElement(element, _tag("data"), {"key": f"{owner}_{name}"}).text = text


def _tag(name: str) -> str:
    return f"{{{GRAPHML}}}{name}"


def _in_xml(text: str) -> str:
    """Return *text* on one line, without the characters that XML does not allow."""
    return clean(text).replace("\ufffe", "").replace("\uffff", "")


def _attributes(values: Values) -> str:
    return f"[{', '.join(f'{name}={_quoted(_plain(value))}' for name, value in values.items())}]"


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    """Return *text* as a string of DOT, in which a backslash would begin an escape."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
