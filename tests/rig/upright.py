#!/usr/bin/env python3
"""upright.py IN.png OUT.png COLSxROWS X0 Y0 CW CH: the picture with every cell as black ink on white.

The rig compares with black on white; selected rows, coloured and faint texts are brought to that. The ground of a cell is
its most frequent brightness, its ink what differs most from it."""
import sys
import numpy as np
from PIL import Image, ImageOps
source, target, size = sys.argv[1:4]
columns, rows = map(int, size.split('x'))
x0, y0, cw, ch = map(int, sys.argv[4:8])
grey = np.asarray(ImageOps.grayscale(Image.open(source).convert('RGB'))).astype(float)
result = np.full(grey.shape, 255.0)
for row in range(rows):
    for column in range(columns):
        top, left = max(0, y0 + row * ch), max(0, x0 + column * cw)
        cell = grey[top:top + ch, left:left + cw]
        if cell.size == 0: continue
        ground = np.bincount(cell.astype(int).ravel(), minlength=256).argmax()
        ink = np.abs(cell - ground)
        # A cell's edge may show the ground of the row above or below: a full line of another brightness is no letter.
        for edge in (0, 1, -1, -2):
            if ink.shape[0] > 4 and ink[edge].min() > 30: ink[edge] = 0
        strongest = ink.max()
        # Less than this is no ink: a ground with a pattern, a smoothed edge of the neighbour.
        if strongest < 40: continue
        result[top:top + ch, left:left + cw] = 255 - ink * (255 / strongest)
Image.fromarray(result.astype('uint8')).save(target)
