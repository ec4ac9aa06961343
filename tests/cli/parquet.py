# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads plain, uncompressed Parquet, by the format's own documentation and nothing of ours: an oracle for what is written."""
import struct


class Thrift:
    """The compact protocol, without knowing the fields: a struct is {id: value}."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def varint(self):
        value, shift = 0, 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def zigzag(self):
        value = self.varint()
        return value >> 1 ^ -(value & 1)

    def value(self, kind):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            return self.byte()
        if kind in (4, 5, 6):
            return self.zigzag()
        if kind == 8:
            n = self.varint()
            self.at += n
            return self.data[self.at - n:self.at]
        if kind == 9:
            head = self.byte()
            n = head >> 4 if head >> 4 < 15 else self.varint()
            return [self.value(head & 15) for _ in range(n)]
        assert kind == 12, kind
        return self.struct()

    def struct(self):
        found, field = {}, 0
        while head := self.byte():
            field = field + (head >> 4) if head >> 4 else self.zigzag()
            found[field] = self.value(head & 15)
        return found


def levels(data, at, n):
    """A block of levels of one bit: runs, or packed by eight."""
    (size,) = struct.unpack_from("<I", data, at)
    runs, found = Thrift(data, at + 4), []
    while runs.at < at + 4 + size:
        head = runs.varint()
        if head & 1:
            for _ in range(head >> 1):
                byte = runs.byte()
                found += [byte >> bit & 1 for bit in range(8)]
        else:
            found += [runs.byte()] * (head >> 1)
    assert len(found) >= n
    return found[:n], at + 4 + size


def read(data):
    """The rows as dictionaries."""
    assert data[:4] == data[-4:] == b"PAR1"
    (size,) = struct.unpack("<I", data[-8:-4])
    thrift = Thrift(data, len(data) - 8 - size)
    meta = thrift.struct()
    assert thrift.at == len(data) - 8, "the footer's length"
    schema, rows = meta[2], []
    assert schema[0][5] == sum(1 for depth in depths(schema) if depth == 1)
    for group in meta[4]:
        table = [{} for _ in range(group[3])]
        for chunk in group[1]:
            column = chunk[3]
            path = [part.decode() for part in column[3]]
            for row, values in zip(table, values_of(data, column, len(path) > 1), strict=True):
                if len(path) == 1:
                    row[path[0]] = values
                else:
                    items = row.setdefault(path[0], [{} for _ in values])
                    for item, value in zip(items, values, strict=True):
                        item[path[-1]] = value
        rows += table
    assert len(rows) == meta[3]
    return rows


def depths(schema):
    """How deep each element of the flattened tree is; every child must be there."""
    found, open_nodes = [], []
    for element in schema:
        while open_nodes and open_nodes[-1] == 0:
            open_nodes.pop()
        found.append(len(open_nodes))
        if open_nodes:
            open_nodes[-1] -= 1
        if element.get(5):
            open_nodes.append(element[5])
    assert all(n == 0 for n in open_nodes), "children missing"
    return found


def values_of(data, column, in_list):
    thrift = Thrift(data, column[9])
    header = thrift.struct()
    assert header[1] == 0 and header[2] == header[3] and header[5][2] == 0 and column[4] == 0
    n, at = header[5][1], thrift.at
    assert n == column[5] and thrift.at - column[9] + header[2] == column[6] == column[7]
    repetition = definition = None
    if in_list:
        repetition, at = levels(data, at, n)
        definition, at = levels(data, at, n)
    rows = []
    for i in range(n):
        if in_list and repetition[i] == 0:
            rows.append([])
        if in_list and definition[i] == 0:
            continue
        if column[1] == 2:
            (value,) = struct.unpack_from("<q", data, at)
            at += 8
        else:
            (length,) = struct.unpack_from("<I", data, at)
            value = data[at + 4:at + 4 + length].decode()
            at += 4 + length
        rows[-1].append(value) if in_list else rows.append(value)
    assert at == thrift.at + header[2], "the page's length"
    return rows
