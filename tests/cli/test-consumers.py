#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other people's programs read out of the exports."""
import json
import os
import re
import sys

import parquet
import tap
from project import Folder, ascribe

SPANS_SCHEMA = {
    "type": "object",
    "required": ["id", "annotator", "text", "text_sha256", "spans", "relations", "attributes"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"}, "annotator": {"type": "string"}, "text": {"type": "string"}, "text_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "spans": {"type": "array", "items": {
            "type": "object", "required": ["id", "start", "end", "label", "text"], "additionalProperties": False,
            "properties": {"id": {"type": "string"}, "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1},
                           "label": {"type": "string"}, "text": {"type": "string"}, "fragment": {"type": "integer", "minimum": 0}}}},
        "relations": {"type": "array", "items": {
            "type": "object", "required": ["id", "type", "head", "tail"], "additionalProperties": False,
            "properties": {name: {"type": "string"} for name in ("id", "type", "head", "tail")}}},
        "attributes": {"type": "array", "items": {
            "type": "object", "required": ["target", "name", "value"], "additionalProperties": False,
            "properties": {name: {"type": "string"} for name in ("target", "name", "value")}}},
    },
}


def spans_of(project):
    with Folder() as folder:
        ascribe("export", folder.copy(project), "-f", "spans", "-o", folder.path("out.jsonl"))
        return folder.read("out.jsonl").decode()


def test_spans_json():
    for project in ("demo", "awkward"):
        text = spans_of(project)
        assert text.endswith("\n") and len(text.splitlines()) == text.count("\n"), "str.splitlines () sees the same lines"
        for line in text.splitlines():
            row = json.loads(line)
            assert list(row) == SPANS_SCHEMA["required"]
            ids = {span["id"] for span in row["spans"]}
            for span in row["spans"]:
                assert row["text"][span["start"]:span["end"]] == span["text"]
            for relation in row["relations"]:
                assert relation["head"] in ids and relation["tail"] in ids
            for attribute in row["attributes"]:
                assert attribute["target"] in ids
            fragments = ["fragment" in span for span in row["spans"]]
            assert all(fragments) or not any(fragments)


def test_spans_schema():
    try:
        import jsonschema
    except ImportError:
        raise tap.Skip("python3-jsonschema is not there")
    validator = jsonschema.Draft202012Validator(SPANS_SCHEMA)
    for project in ("demo", "awkward"):
        for line in spans_of(project).splitlines():
            validator.validate(json.loads(line))


def test_spans_pandas():
    try:
        import pandas
    except ImportError:
        raise tap.Skip("python3-pandas is not there")
    with Folder() as folder:
        ascribe("export", folder.copy("awkward"), "-f", "spans", "-o", folder.path("out.jsonl"))
        frame = pandas.read_json(folder.path("out.jsonl"), lines=True)
        assert list(frame.columns) == SPANS_SCHEMA["required"] and len(frame) == 3
        for _, row in frame.iterrows():
            for span in row["spans"]:
                assert row["text"][span["start"]:span["end"]] == span["text"]


def test_spans_like_the_example():
    """The structure of formats.md's own example, where it is at hand."""
    example = os.path.join(os.environ.get("ASC_SOURCE_ROOT", "."), "..", "shared", "formats-examples", "hf")
    if not os.path.exists(example):
        raise tap.Skip("the worked examples are not there")
    names = {"source": "attributed_to", "uttered": "dated"}
    for line in spans_of("demo").splitlines():
        row = json.loads(line)
        with open(os.path.join(example, f"spans-{row['id']}.jsonl"), encoding="utf-8") as file:
            other = json.load(file)
        assert list(row) == list(other) and row["text_sha256"] == other["text_sha256"] and row["annotator"] == other["annotator"]
        assert row["spans"] == [{**span, "label": span["label"].lower()} for span in other["spans"]]
        assert [{**relation, "type": names[relation["type"]]} for relation in row["relations"]] == other["relations"]
        assert {"target": "s2", "name": "value", "value": "timex3:2021-07-04"} in row["attributes"]


def test_data_set_card():
    """The front matter is YAML of the subset that this reads; datasets itself is in no Debian."""
    try:
        import yaml
    except ImportError:
        yaml = None
    with Folder() as folder:
        ascribe("export", folder.copy("awkward"), "-f", "spans", "-o", folder.path("set/"))
        card = folder.read("set", "README.md").decode()
        _, front, body = card.split("---\n", 2)
        assert body.lstrip().startswith("# Awkward")
        for name in ("spans", "articles", "actors"):
            assert os.path.exists(folder.path("set", "data", name + ".jsonl"))
            for line in folder.read("set", "data", name + ".jsonl").decode().splitlines():
                json.loads(line)
        published = [json.loads(line)["published"] for line in folder.read("set", "data", "articles.jsonl").decode().splitlines()]
        assert "timex3:2024-07-06" in published
        if yaml is not None:
            data = yaml.safe_load(front)
            assert data["pretty_name"] == "Awkward: it's \"here\""
            assert [c["config_name"] for c in data["configs"]] == ["spans", "articles", "actors"]
            first = json.loads(folder.read("set", "data", "spans.jsonl").decode().splitlines()[-1])
            assert [f["name"] for f in data["dataset_info"][0]["features"]] == list(first)


def test_tokens_json():
    with Folder() as folder:
        project = folder.copy("awkward")
        ascribe("export", project, "-f", "tokens", "--coder=anna", "-o", folder.path("set/"), status=1)
        card = folder.read("set", "README.md").decode()
        labels = ["claim", "actor", "date", "cue"]
        texts = {json.loads(line)["id"]: json.loads(line)["text"] for line in spans_of("awkward").splitlines()}
        report = folder.read("set", "alignment-report.tsv").decode().splitlines()
        assert all(line.count("\t") == 12 for line in report) and len(report) == 4
        for line in folder.read("set", "data", "tokens.jsonl").decode().splitlines():
            row = json.loads(line)
            assert list(row) == ["id", "tokens"] + [label + "_tags" for label in labels] + ["starts"]
            assert len({len(row[name]) for name in list(row)[1:]}) == 1
            text = texts[row["id"].rsplit(":", 1)[0]]
            for token, start in zip(row["tokens"], row["starts"]):
                assert text[start:start + len(token)] == token and not any(c.isspace() for c in token)
            for label in labels:
                assert f"{{'0': 'O', '1': 'B-{label}', '2': 'I-{label}'}}" in card
                tags = row[label + "_tags"]
                assert set(tags) <= {0, 1, 2} and all(tag != 2 or before != 0 for before, tag in zip([0] + tags, tags)), "no I- without a B-"


def test_conll_nltk():
    try:
        from nltk.corpus.reader import ConllCorpusReader
    except ImportError:
        raise tap.Skip("python3-nltk is not there")
    with Folder() as folder:
        project = folder.copy("demo")
        ascribe("export", project, "-f", "conll", "-o", folder.path("set/"), status=1)
        ascribe("export", project, "-f", "conll", "-o", folder.path("set", "flat.conll"), status=1)
        reader = ConllCorpusReader(folder.path("set"), r".*\.conll", ("words", "pos", "ignore", "chunk"))
        words = [word for word, _ in reader.tagged_words("flat.conll")]
        assert "-DOCSTART-" not in words and "😀" in words and "roles" in words and "." in words
        entities = [" ".join(word for word, _ in tree.leaves()) for sentence in reader.chunked_sents("claim.conll") for tree in sentence.subtrees()
                    if tree.label() == "claim"]
        assert entities == ["the two officials held dual roles"] * 3, entities
        entities = [" ".join(word for word, _ in tree.leaves()) for sentence in reader.chunked_sents("actor.conll") for tree in sentence.subtrees()
                    if tree.label() == "actor"]
        assert entities == ["Dr. Wang Zhisheng", "the two officials"] * 3, entities


def test_csv_pandas():
    try:
        import pandas
    except ImportError:
        raise tap.Skip("python3-pandas is not there")
    with Folder() as folder:
        project = folder.copy("awkward")
        texts = {row["id"]: row["text"] for row in map(json.loads, spans_of("awkward").splitlines())}
        ascribe("export", project, "-f", "csv", "-o", folder.path("tables/"))
        assert folder.read("tables", "claims.csv").startswith(b"\xef\xbb\xbfdoc_id,") and folder.read("tables", "claims.csv").endswith(b"\r\n")
        for encoding in ("utf-8-sig", "utf-8"):
            claims = pandas.read_csv(folder.path("tables", "claims.csv"), encoding=encoding)
            assert len(claims) == 6
        claims = pandas.read_csv(folder.path("tables", "claims.csv"), encoding="utf-8-sig")
        spans = pandas.read_csv(folder.path("tables", "spans.csv"), encoding="utf-8-sig")
        assert list(claims["claim_id"]) == ["c1", "c2", "c3", "c4", "x1", "b1"] and claims["claim_text"][1] == "prices\nrose 5.4%"
        assert claims["actor_text"][0] == "she" and claims["date_value"][0] == "2024-07-02" and claims["actor_start"][0] == 17
        assert len(spans) == 9
        for _, row in spans.iterrows():
            pieces = [texts[row["doc_id"]][slice(*map(int, piece.split("-")))] for piece in row["spans"].split(";")]
            assert " … ".join(pieces) == row["text"]


def test_xlsx_openpyxl():
    try:
        import openpyxl
    except ImportError:
        raise tap.Skip("python3-openpyxl is not there")
    with Folder() as folder:
        ascribe("export", folder.copy("demo"), "-f", "xlsx", "-o", folder.path("out.xlsx"))
        ascribe("export", folder.path("project"), "-f", "xlsx", "-o", folder.path("again.xlsx"))
        assert folder.read("out.xlsx") == folder.read("again.xlsx"), "the same project gives the same bytes"
        book = openpyxl.load_workbook(folder.path("out.xlsx"))
        assert book.sheetnames == ["claims", "spans"]
        rows = list(book["claims"].iter_rows())
        names = [cell.value for cell in rows[0]]
        for row in rows[1:]:
            cells = dict(zip(names, row))
            for name, value in (("date_text", "July 4"), ("date_value", "2021-07-04"), ("doc_published", "2021-07-05")):
                assert cells[name].value == value and cells[name].data_type == "s", "a text stays a text"
            assert cells["claim_start"].data_type == "n" and cells["claim_text"].value == "the two officials held dual roles"
        assert len(rows) == 4 and len(list(book["spans"].iter_rows())) == 13


def test_xlsx_formulas_and_long_cells():
    try:
        import openpyxl
    except ImportError:
        raise tap.Skip("python3-openpyxl is not there")
    with Folder() as folder:
        folder.copy("demo")
        layer = ("project", "annotations", "anna", "demo-A.json")
        folder.replace('"act": "assert"', '"act": "=SUM(1,2)"', *layer)
        folder.replace('"origin": "manual"', '"note": "' + "é" * 40000 + '", "origin": "manual"', *layer)
        ascribe("export", folder.path("project"), "-f", "xlsx", "-o", folder.path("out.xlsx"))
        sheet = openpyxl.load_workbook(folder.path("out.xlsx"))["spans"]
        values = [cell for row in sheet.iter_rows() for cell in row]
        assert any(cell.value == "=SUM(1,2)" and cell.data_type == "s" for cell in values) or any(cell.value == "=SUM(1,2)" for cell in values)
        assert max(len(str(cell.value)) for cell in values) == 32767


def test_chat_schema():
    try:
        import jsonschema
    except ImportError:
        raise tap.Skip("python3-jsonschema is not there")
    with Folder() as folder:
        ascribe("export", folder.copy("awkward"), "-f", "chat", "--coder=anna", "-o", folder.path("chat/"), status=1)
        schema = folder.json("chat", "answer.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        lines = folder.read("chat", "chat.jsonl").decode().splitlines()
        meta = folder.read("chat", "chat.meta.jsonl").decode().splitlines()
        assert len(lines) == len(meta) == 2
        for line in lines:
            row = json.loads(line)
            assert list(row) == ["messages"] and [m["role"] for m in row["messages"]] == ["system", "user", "assistant"]
            answer = json.loads(row["messages"][2]["content"])
            jsonschema.validate(answer, schema)
            for claim in answer["claims"]:
                assert all(piece in row["messages"][1]["content"] for piece in claim["claim"].split(" … "))
        assert json.loads(json.loads(lines[0])["messages"][2]["content"]) == {"claims": []}, "an article without claims is an example too"



def test_parquet():
    """By a reader of the format's documentation that is not ours; hyparquet has its own suite."""
    for project in ("demo", "awkward"):
        with Folder() as folder:
            ascribe("export", folder.copy(project), "-f", "parquet", "-o", folder.path("out.parquet"))
            rows = parquet.read(folder.read("out.parquet"))
        expected = [json.loads(line) for line in spans_of(project).splitlines()]
        for row in expected:
            for span in row["spans"]:
                span.setdefault("fragment", 0)
            for attribute in row["attributes"]:
                attribute["value"] = attribute["value"].removeprefix("timex3:")
        assert rows == expected, "the rows of span JSON Lines"


def test_parquet_row_groups():
    """More than one row group, and a page of many megabytes."""
    with Folder() as folder:
        folder.copy("demo")
        for name in "abc":
            folder.write(f"{name} 😀 " + "word " * 1_000_000, "in", name + ".txt")
        ascribe("import", folder.path("project"), folder.path("in"))
        ascribe("export", folder.path("project"), "-f", "parquet", "--all-states", "-o", folder.path("out.parquet"))
        rows = parquet.read(folder.read("out.parquet"))
        texts = {row["id"]: row["text"] for row in rows}
        assert folder.read("out.parquet").count(b"text_sha256") >= 3, "its column is in the schema, and in two row groups at least"
        assert all(texts[name] == folder.read("project", "articles", name + ".txt").decode() for name in "abc")
        assert sum(len(row["spans"]) for row in rows) == 12


def test_parquet_oracle():
    """The reader itself, on a file that five programs read."""
    example = os.path.join(os.environ.get("ASC_SOURCE_ROOT", "."), "..", "shared", "formats-examples", "out.parquet")
    if not os.path.exists(example):
        raise tap.Skip("the worked examples are not there")
    with open(example, "rb") as file:
        rows = parquet.read(file.read())
    assert rows and all(row["text"][span["start"]:span["end"]] for row in rows for span in row["spans"])


def test_graphml_networkx():
    try:
        import networkx
    except ImportError:
        raise tap.Skip("python3-networkx is not there")
    with Folder() as folder:
        ascribe("export", folder.copy("demo"), "-f", "graphml", "-o", folder.path("out.graphml"), status=1)
        graph = networkx.read_graphml(folder.path("out.graphml"))
    assert isinstance(graph, networkx.MultiDiGraph) and graph.number_of_edges() == 6 and graph.number_of_nodes() == 3
    assert graph.nodes["actor:wang-zhisheng"]["label"] == "Wang Zhisheng"
    edges = list(graph.edges(data=True))
    assert all(data["weight"] == 1.0 and data["date"] == "2021-07-04" and data["act"] == "assert" for _, _, data in edges)
    assert all(data["end"] - data["start"] == 33 for _, _, data in edges)


def test_graphml_igraph():
    try:
        import igraph
    except ImportError:
        raise tap.Skip("python3-igraph is not there")
    with Folder() as folder:
        ascribe("export", folder.copy("awkward"), "-f", "graphml", "--option=concept=none", "-o", folder.path("out.graphml"), status=1)
        graph = igraph.Graph.Read_GraphML(folder.path("out.graphml"))
    assert graph.is_directed() and graph.ecount() == 1 and graph.vcount() == 7
    assert graph.es[0]["stance"] == "oppose" and "prices\nrose 5.4%" in graph.vs["label"]
    assert 'She, "the" minister' in graph.vs["label"] and "两名官员身兼两职" in graph.vs["label"]


def test_xmi_lxml():
    """Every feature is declared, every reference leads somewhere, and positions are UTF-16."""
    try:
        from lxml import etree
    except ImportError:
        raise tap.Skip("python3-lxml is not there")
    space = "{http://uima.apache.org/resourceSpecifier}"
    number = "{http://www.omg.org/XMI}id"
    for project in ("demo", "awkward"):
        texts = {(row["id"], row["annotator"]): row for row in map(json.loads, spans_of(project).splitlines())}
        with Folder() as folder:
            ascribe("export", folder.copy(project), "-f", "xmi", "-o", folder.path("xmi/"))
            types = etree.parse(folder.path("xmi", "TypeSystem.xml")).getroot()
            features = {kind.findtext(space + "name").rsplit(".", 1)[1]: {f.findtext(space + "name"): f.findtext(space + "rangeTypeName")
                                                                          for f in kind.iter(space + "featureDescription")}
                        for kind in types.iter(space + "typeDescription")}
            paths = [os.path.join(base, name) for base, _, names in os.walk(folder.path("xmi")) for name in names if name.endswith(".xmi")]
            assert len(paths) == len(texts)
            for path in paths:
                root = etree.parse(path).getroot()
                ours = [element for element in root if etree.QName(element).namespace == "http:///io/github/ascribe.ecore"]
                ids = [element.get(number) for element in root if element.get(number)]
                assert len(set(ids)) == len(ids)
                document = next(element for element in ours if etree.QName(element).localname == "Document")
                row = texts[document.get("id"), document.get("coder")]
                sofa = root.find("{http:///uima/cas.ecore}Sofa")
                assert sofa.get("sofaString") == row["text"]
                units = row["text"].encode("utf-16-le")
                spans = [element for element in ours if etree.QName(element).localname == "Span"]
                quotes = [units[2 * int(s.get("begin")):2 * int(s.get("end"))].decode("utf-16-le") for s in spans]
                assert sorted(quotes) == sorted(span["text"] for span in row["spans"])
                for element in ours:
                    known = features[etree.QName(element).localname]
                    for name in element.attrib:
                        assert name in known or name in (number, "sofa", "begin", "end"), name
                        assert known.get(name) != "uima.cas.StringArray"
                    assert all(known[child.tag] == "uima.cas.StringArray" for child in element)
                    for end in ("Governor", "Dependent"):
                        assert element.get(end) is None or element.get(end) in {s.get(number) for s in spans}
                members = root.find("{http:///uima/cas.ecore}View").get("members").split()
                assert set(members) == set(ids) - {"0", sofa.get(number)}


# What https://www.w3.org/ns/anno.jsonld says of the terms that are written; the context itself cannot be fetched here.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#", "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource", "AnnotationPage": "as:OrderedCollectionPage",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector", "Person": "foaf:Person",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"}, "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"}, "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"}, "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"}, "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"}, "nickname": "foaf:nick",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "tagging": "oa:tagging", "describing": "oa:describing", "commenting": "oa:commenting", "identifying": "oa:identifying", "linking": "oa:linking",
    "assessing": "oa:assessing", "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
}


def test_w3c_rdflib():
    try:
        import rdflib
    except ImportError:
        raise tap.Skip("python3-rdflib is not there")
    query = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
               SELECT ?source ?label ?start ?end ?exact WHERE {
                 ?a oa:hasBody ?b . ?b oa:hasPurpose oa:tagging ; rdf:value ?label .
                 ?a oa:hasTarget ?t . ?t oa:hasSource ?source ; oa:hasSelector ?p , ?q .
                 ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact }"""
    for project, status in (("demo", 1), ("awkward", 1)):
        rows = [json.loads(line) for line in spans_of(project).splitlines()]
        with Folder() as folder:
            ascribe("export", folder.copy(project), "-f", "w3c", "-o", folder.path("out.jsonld"), status=status)
            page = folder.json("out.jsonld")
        assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
        page["@context"] = CONTEXT
        graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
        found = sorted((str(s), str(label), int(start), int(end), str(exact)) for s, label, start, end, exact in graph.query(query))
        assert found == sorted(("urn:sha256:" + row["text_sha256"], span["label"], span["start"], span["end"], span["text"])
                               for row in rows for span in row["spans"])
        links = list(graph.query("""PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?from ?to WHERE {
                                    ?a oa:motivatedBy oa:linking ; oa:hasTarget ?from ; oa:hasBody ?b . ?b oa:hasPurpose oa:linking ; oa:hasSource ?to .
                                    ?from oa:hasTarget ?x . ?to oa:hasTarget ?y }"""))
        assert len({tuple(link) for link in links}) == sum(len(row["relations"]) for row in rows)



def joined(words):
    return "".join("".join(words).split())


def test_gliner_words():
    """The words are those that GLiNER's own expression finds, and the numbers point at the quotes."""
    for project in ("demo", "awkward"):
        rows = [json.loads(line) for line in spans_of(project).splitlines()]
        with Folder() as folder:
            ascribe("export", folder.copy(project), "-f", "gliner", "--option=rows=document", "-o", folder.path("out.json"), status=1)
            made = folder.json("out.json")
        assert len(made) == len(rows)
        for one, row in zip(made, rows):
            assert one["tokenized_text"] == re.findall(r"\w+(?:[-_]\w+)*|\S", row["text"])
            ids = list(dict.fromkeys(span["id"] for span in row["spans"]))
            for (first, last, label), name in zip(one["ner"], ids, strict=True):
                spans = [span for span in row["spans"] if span["id"] == name]
                hull = row["text"][spans[0]["start"]:spans[-1]["end"]]
                assert label == spans[0]["label"] and joined([hull]) in joined(one["tokenized_text"][first:last + 1])
            assert [[ids.index(r["head"]), ids.index(r["tail"]), r["type"]] for r in row["relations"]] == one["relations"]


def test_relation_extraction():
    """DyGIE++ counts from the article's first token and includes the last, DocRED from the sentence's and does not."""
    for project in ("demo", "awkward"):
        with Folder() as folder:
            ascribe("export", folder.copy(project), "-f", "dygie", "-o", folder.path("out.jsonl"), status=1)
            ascribe("export", folder.path("project"), "-f", "docred", "-o", folder.path("out.json"), status=1)
            dygie = [json.loads(line) for line in folder.read("out.jsonl").decode().splitlines()]
            docred = folder.json("out.json")
        rows = [json.loads(line) for line in spans_of(project).splitlines()]
        assert len(dygie) == len(docred) == len(rows) and len({d["doc_key"] for d in dygie}) == len(rows)
        for one, other, row in zip(dygie, docred, rows):
            assert one["sentences"] == other["sents"] and one["doc_key"] == other["title"]
            assert len(one["sentences"]) == len(one["ner"]) == len(one["relations"])
            tokens = [token for sentence in one["sentences"] for token in sentence]
            assert joined(tokens) == joined([row["text"]])
            counted = sorted((label, joined(tokens[first:last + 1])) for sentence in one["ner"] for first, last, label in sentence)
            mentions = sorted((m["type"], joined(other["sents"][m["sent_id"]][slice(*m["pos"])])) for vertex in other["vertexSet"] for m in vertex)
            assert counted == mentions and len(counted) == len({span["id"] for span in row["spans"]})
            quotes = [joined([m["name"]]) for vertex in other["vertexSet"] for m in vertex]
            assert all(any(quote[:4] in words for _, words in counted) for quote in quotes)
            for label in other["labels"]:
                assert label["h"] < len(other["vertexSet"]) and label["t"] < len(other["vertexSet"]) and label["evidence"]
            assert sorted(kind for sentence in one["relations"] for *_, kind in sentence) == sorted(r["type"] for r in row["relations"])


tap.run(sys.modules[__name__])
