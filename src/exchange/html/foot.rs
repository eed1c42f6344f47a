//! The foot of a document: on every page where it is printed, and once at the end. Does not know what it says.

use super::phrase::line;
use super::{counter_style, dir, quoted};
use crate::exchange::paper::{Paper, Text};
use crate::exchange::pieces::{PieceKind, TextPiece, one_line, without_pages};
use crate::text::Direction;

/// The box at the foot of every page, in CSS, in this font; nothing for a blank foot.
pub(super) fn on_every_page(paper: &Paper, family: &str) -> String {
    if paper.foot.is_blank() {
        return String::new();
    }
    let style = counter_style(paper.digits);
    let piece = |TextPiece { kind, text }: &TextPiece| match kind {
        PieceKind::Page => format!("counter(page, {style})"),
        PieceKind::Pages => format!("counter(pages, {style})"),
        PieceKind::Ours | PieceKind::Foreign | PieceKind::Speaker | PieceKind::Remark => quoted(text),
    };
    let content: Vec<String> = one_line(&paper.foot).iter().map(piece).collect();
    format!(
        "@bottom-center {{ content: {}; direction: {}; font-family: {family}; font-size: 9pt; }} ",
        content.join(" "),
        dir(paper.direction)
    )
}

/// The foot at the end of the page of the web, which has no numbers: not every browser has boxes at the margin, and what
/// else stands in a foot must not be lost there.
pub(super) fn at_the_end(foot: &Text, direction: Direction) -> String {
    let foot = without_pages(foot);
    if foot.is_blank() {
        return String::new();
    }
    format!("<footer>\n<p>{}</p>\n</footer>\n", line(&foot, direction))
}
