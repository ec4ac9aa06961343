#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translation must have: every text of today's sources, nothing fuzzy, formats, plural forms, accelerators, and the marks
that people see (ellipsis, quotes, spaces at the ends). Prints TAP.

    check-translations.py ROOT                     all languages of po/LINGUAS
    check-translations.py ROOT --pseudo FOLDER     make a language in which every text is in brackets, for a test of the window"""
import os
import re
import subprocess
import sys
import tempfile

# As meson's "glib" preset calls it.
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
            "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format", "--flag=NC_:2:pass-c-format",
            "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format", "--flag=g_string_printf:2:c-format",
            "--flag=g_string_append_printf:2:c-format", "--flag=g_error_new:3:c-format", "--flag=g_set_error:4:c-format"]
STRING = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[(\d)\])?) )?"(.*)"$')
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def template(root, output):
    """Writes the template; returns xgettext's complaints, without those about endings that it does not know."""
    done = subprocess.run([*XGETTEXT, "--files-from=po/POTFILES.in", "--output", output], cwd=root, capture_output=True, text=True)
    complaints = [l for l in done.stderr.splitlines() if l.strip() and "will try C" not in l]
    return complaints if done.returncode == 0 else complaints + [f"xgettext: status {done.returncode}"]


def messages(path):
    """Each message of a .po file but the header: {"msgctxt", "msgid", "msgid_plural", "msgstr": [...], "flags"}."""
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"\n\s*\n", file.read())
    for block in blocks:
        message, key = {"msgstr": {}, "flags": ""}, None
        for line in block.splitlines():
            if line.startswith("#,"):
                message["flags"] += line[2:]
            match = STRING.match(line)
            if match is None:
                continue
            text = re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), match[3])
            if match[1]:
                key = match[1]
            if key.startswith("msgstr"):
                index = int(match[2] or 0) if match[1] else index
                message["msgstr"][index] = message["msgstr"].get(index, "") + text
            else:
                message[key] = message.get(key, "") + text
        if message.get("msgid"):
            message["msgstr"] = [message["msgstr"][i] for i in sorted(message["msgstr"])]
            yield message


def ends(text):
    return re.match(r"\s*", text)[0], re.search(r"\s*$", text)[0]


def faults(message, text):
    """What is wrong with one translation, as far as a program can tell."""
    # Of the two English forms, the one with the number is the model.
    source = message.get("msgid_plural", message["msgid"])
    if not text.strip() and source.strip():
        yield "not translated"
        return
    if ends(source) != ends(text):
        yield "other spaces at an end"
    if source.rstrip().endswith("…") and not re.search(r"…[)\s]*$|…\(_.\)$|\(_.\)…$", text):
        yield "no ellipsis at the end"
    if "..." in text and "..." not in source:
        yield "three dots for an ellipsis"
    if '"' in text and '"' not in source:
        yield "straight quotes"
    if "“" in source and not re.search("[“„«「『”]", text):
        yield "quotes are missing"
    if source.endswith(";") and not text.endswith(";"):
        yield "no semicolon at the end"
    if source.rstrip().endswith(":") and not re.search("[:：]\\s*$", text):
        yield "no colon at the end"
    for word in re.findall(r"`[^`]+`|--[a-z-]+", source):
        if word not in text:
            yield f"{word} is missing"


def say(message):
    return repr(message["msgid"][:60])


def check_language(root, folder, language):
    path, merged = os.path.join(root, "po", f"{language}.po"), os.path.join(folder, f"{language}.po")
    if not os.path.exists(path):
        return [f"po/{language}.po is not there"]
    problems = []
    merge = subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file", merged, path,
                            os.path.join(folder, "ascribe.pot")], capture_output=True, text=True)
    if merge.returncode != 0:
        return merge.stderr.splitlines()
    checked = subprocess.run(["msgfmt", "--check", "--check-accelerators=_", "--output-file", os.devnull, merged],
                             capture_output=True, text=True)
    problems += [line for line in checked.stderr.splitlines() if checked.returncode != 0 and line.strip()]
    with open(path, encoding="utf-8") as file:
        header = file.read(4000)
    problems += [f"header: {name}" for name in (f"Language: {language}\\n", "charset=UTF-8", "Plural-Forms: nplurals=")
                 if name not in header]
    for message in messages(merged):
        if "fuzzy" in message["flags"]:
            problems.append(f"fuzzy: {say(message)}")
        for text in message["msgstr"]:
            problems += [f"{fault}: {say(message)}" for fault in faults(message, text)]
    return problems


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def bracketed(text):
    before, after = ends(text)
    return quoted(f"{before}⟦{text.strip()}⟧{after}" if text.strip() else text)


def make_pseudo(root, folder):
    """A German of nothing but brackets: German, because the C library wants a language that is installed."""
    pot, po = os.path.join(folder, "ascribe.pot"), os.path.join(folder, "pseudo.po")
    mo = os.path.join(folder, "de", "LC_MESSAGES", "ascribe.mo")
    template(root, pot)
    with open(po, "w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n')
        for message in messages(pot):
            file.write("\n")
            if "msgctxt" in message:
                file.write(f"msgctxt {quoted(message['msgctxt'])}\n")
            file.write(f"msgid {quoted(message['msgid'])}\n")
            if "msgid_plural" in message:
                file.write(f"msgid_plural {quoted(message['msgid_plural'])}\n"
                           f"msgstr[0] {bracketed(message['msgid'])}\nmsgstr[1] {bracketed(message['msgid_plural'])}\n")
            else:
                file.write(f"msgstr {bracketed(message['msgid'])}\n")
    os.makedirs(os.path.dirname(mo), exist_ok=True)
    subprocess.run(["msgfmt", "--output-file", mo, po], check=True)


def main():
    root = sys.argv[1]
    if len(sys.argv) > 3 and sys.argv[2] == "--pseudo":
        make_pseudo(root, sys.argv[3])
        return 0

    with open(os.path.join(root, "po/LINGUAS"), encoding="utf-8") as file:
        languages = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        results.append(("the template is made without a complaint", template(root, os.path.join(folder, "ascribe.pot"))))
        sources = list(messages(os.path.join(folder, "ascribe.pot")))
        results.append(("no text is a number or a sign that nobody can translate",
                        [say(m) for m in sources if m["msgid"].strip() in ("%", "%u", "%s", "")]))
        results.append(("texts have real ellipses and quotes",
                        [say(m) for m in sources if "..." in m["msgid"] or re.search(r"\w'\w|\"", m["msgid"])]))
        results.append(("languages are sorted", [] if languages == sorted(languages) else languages))
        for language in languages:
            results.append((f"{language} is complete and right", check_language(root, folder, language)))
    print(f"1..{len(results)}")
    for number, (name, problems) in enumerate(results, 1):
        print(("not ok" if problems else "ok"), number, "-", name)
        for problem in problems[:40]:
            print("#", problem)
        if len(problems) > 40:
            print("#", f"… and {len(problems) - 40} more")
    return any(problems for _, problems in results)


sys.exit(main())
