//! A document as one page of the web: nothing beside it is asked for, nothing in it runs, it prints as pages.
//! Does not know how wide a page is; the browser breaks lines and pages.

mod blocks;
mod foot;
mod phrase;
#[cfg(test)]
mod tests;

use super::format::Fonts;
use super::paper::{Block, Paper};
use crate::text::{Digits, Direction, Lang, unmarked};
use blocks::Blocks;
use phrase::escaped;

/// How documents look, whatever their direction.
const LOOK: &str = include_str!("../../data/documents/paper.css");

/// The document in HTML, UTF-8.
///
/// Headings are headings, heads of columns name their columns to a screen reader, a heading right above a table is its
/// caption. On paper heads are repeated and rows stay whole; pages are numbered where the browser has boxes at the
/// margin of a page (CSS Paged Media). What others wrote is set apart (`bdi`) with the direction it runs in. A policy in
/// the file forbids whatever could be fetched or run.
pub fn write_html(paper: &Paper, fonts: &Fonts) -> Vec<u8> {
    let Paper {
        lang,
        direction,
        digits,
        title,
        date,
        landscape,
        foot,
        blocks,
    } = paper;
    let body = Blocks::new(*direction, *digits).written(blocks);
    let title = escaped(unmarked(&named(title, blocks)).replace('\n', " ").trim());
    let date = date.map(|day| {
        let day = day.iso();
        format!("<meta name=\"dcterms.date\" content=\"{day}\">\n")
    });
    let style = format!("{LOOK}{}", set(paper, fonts));
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{}<title>{title}</title>\n\
         <style>\n{style}</style>\n</head>\n<body{}>\n<main>\n{body}</main>\n{}</body>\n</html>\n",
        tag(*lang),
        dir(*direction),
        date.unwrap_or_default(),
        if *landscape { " class=\"wide\"" } else { "" },
        foot::at_the_end(foot, *direction),
    );
    html.into_bytes()
}

/// What the document is called; where it says nothing of that, its first heading.
fn named(title: &str, blocks: &[Block]) -> String {
    if !title.trim().is_empty() {
        return title.to_owned();
    }
    let heading = blocks.iter().find_map(|block| match block {
        Block::Title(text) | Block::Heading(text) => Some(text),
        _ => None,
    });
    heading.map(phrase::plain_line).unwrap_or_default()
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fa => "fa",
        Lang::En => "en",
    }
}

fn dir(direction: Direction) -> &'static str {
    match direction {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    }
}

/// What of the look is this document's own: its fonts and its pages.
fn set(paper: &Paper, fonts: &Fonts) -> String {
    let text = family(fonts.text_name.as_deref());
    let heads = family(fonts.heads_name.as_deref().or(fonts.text_name.as_deref()));
    let sheet = if paper.landscape { "A4 landscape" } else { "A4" };
    let number = foot::on_every_page(paper, &text);
    format!(
        "body {{ font-family: {text}; }}\nh1, h2, th, dt, figcaption {{ font-family: {heads}; }}\n\
         @page {{ size: {sheet}; margin: 18mm 18mm 22mm; {number}}}\n"
    )
}

/// The fonts to try, the office's first, then ours, then those that computers have for Persian.
fn family(name: Option<&str>) -> String {
    let own = name.map(|name| format!("{}, ", quoted(name))).unwrap_or_default();
    format!("{own}Vazirmatn, \"B Nazanin\", \"Segoe UI\", \"Noto Naskh Arabic\", Tahoma, sans-serif")
}

/// A string of CSS: every sign that could end it, or the style, is written by its number.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in unmarked(text).chars() {
        if c.is_alphanumeric() || c == ' ' {
            quoted.push(c);
        } else {
            quoted.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    quoted.push('"');
    quoted
}

/// The counters of CSS that write these digits.
fn counter_style(digits: Digits) -> &'static str {
    match digits {
        Digits::Persian => "persian",
        Digits::Latin => "decimal",
    }
}
