#!/usr/bin/env python3
"""expected.py RIG OUT SCREEN: from the two captures of a screen, what the rig shall find on its picture.

Every piece of text (parted by two blanks, a border or a change of style) is taken in logical order and put where the
mirrored screen has it. The painted cells of that place are expected; a piece that FriBidi orders otherwise is named, to
be judged by eye (a paragraph that wraps elsewhere in logical order, where lam-alef fills two cells, is named too).
Writes SCREEN.expected and SCREEN-bold.expected for cells.py, and SCREEN.ocr with the long
Persian pieces in logical order."""
import re, sys, unicodedata
rig, out, screen = sys.argv[1:]
sys.path.insert(0, rig + '/lib')
import fa

COLUMNS = 80
BOX = re.compile('[\u2500-\u259f▸◂·]')


def cells(line):
    """One (text, style) for each column; style is (bold, everything else but underlining)."""
    row, bold, other = [], False, {}
    for part in re.split('(\x1b\\[[0-9;]*m)', line.replace('\x0f', '').replace('\x0e', '')):
        if part.startswith('\x1b'):
            numbers = [int(n or 0) for n in part[2:-1].split(';')]
            while numbers:
                n = numbers.pop(0)
                if n == 0: bold, other = False, {}
                elif n == 1: bold = True
                elif n == 22: bold = False; other.pop('dim', 0)
                elif n == 2: other['dim'] = 1
                elif n == 7: other['reversed'] = 1
                elif n == 27: other.pop('reversed', 0)
                elif n in (38, 48): other[n] = tuple(numbers[:2]); del numbers[:2]
                elif n in (39, 49): other.pop(n - 1, 0)
                elif n not in (4, 24): other[n // 10] = n
            continue
        for c in part:
            style = (bold, tuple(sorted(map(str, other.items()))))
            if row and (unicodedata.category(c) in ('Mn', 'Cf')): row[-1] = (row[-1][0] + c, row[-1][1])
            else: row.append((c, style))
    return row + [(' ', (False, ()))] * (COLUMNS - len(row))


def pieces(row):
    """(first column, one past the last, is bold) of every piece of text in a row."""
    start, blanks = None, 0
    for column in range(COLUMNS + 1):
        c, style = row[column] if column < COLUMNS else ('│', None)
        border = bool(BOX.match(c))
        if start is not None and (border or (c == ' ' and blanks) or (c != ' ' and style != row[start][1])):
            yield start, column - blanks, row[start][1][0]
            start = None
        blanks = blanks + 1 if c == ' ' else 0
        if start is None and c != ' ' and not border: start = column


def read(mode):
    lines = open(f'{out}/{screen}.{mode}', encoding='utf8').read().split('\n')
    return [cells(line) for line in lines[:24]]


def lam_alef(row):
    """The cells with lam and alef in one, as the font has them and dabir paints them."""
    joined = []
    for c in row:
        # Left to right, the alef stands before its lam.
        if joined and joined[-1] in fa.ALEF and c in '\ufedf\ufee0':
            joined[-1] = chr((0xfefb, 0xfef5, 0xfef7, 0xfef9)[fa.ALEF[joined[-1]]] + (c == '\ufee0'))
        else:
            joined.append(c)
    return joined


logical, painted = read('terminal'), read('app')
names = {False: f'{out}/{screen}.expected', True: f'{out}/{screen}-bold.expected'}
files = {bold: open(name, 'w') for bold, name in names.items()}
witness = open(f'{out}/{screen}.ocr', 'w')
agreed = odd = 0
for number, row in enumerate(logical):
    for start, end, bold in pieces(row):
        text = ''.join(c for c, _ in row[start:end])
        right = COLUMNS - start
        ordered = lam_alef(fa.vis(text))
        left = right - len(ordered)
        shown = [c[0] for c, _ in painted[number][left:right]]
        print(f'@{number}:{left} ={"".join(shown)}', file=files[bold])
        if ordered == shown:
            agreed += 1
            # Reading fails on single words, digits and mixed text, right as they may be.
            if len(text.split()) >= 5 and not bold and not re.search('[0-9۰-۹A-Za-z]', text):
                print(f'@{number}:{left}-{right} {text}', file=witness)
        else:
            odd += 1
            print(f'  row {number}: FriBidi {"".join(ordered)!r}, painted {"".join(shown)!r}')
print(f'{screen}: {agreed} pieces are painted as FriBidi orders them, {odd} are not')
