//! Numbers that Word makes: where lists start, go on and begin anew, and what their markers look like.
//! Knows no minutes.

use super::{NAMESPACE, document, read_docx, zipped};

/// A paragraph of a list on a level; an empty list for none of its own.
fn item(style: &str, list: &str, level: u32, text: &str) -> String {
    let style = if style.is_empty() {
        String::new()
    } else {
        format!("<w:pStyle w:val=\"{style}\"/>")
    };
    let list = if list.is_empty() {
        String::new()
    } else {
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
    };
    format!("<w:p><w:pPr>{style}{list}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A level of a list.
fn level(at: u32, rest: &str) -> String {
    format!("<w:lvl w:ilvl=\"{at}\">{rest}</w:lvl>")
}

fn digits(at: u32) -> String {
    level(
        at,
        &format!(
            "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%{}-\"/>",
            at + 1
        ),
    )
}

/// The lines of a document whose lists are of one kind with these levels, `lists` after `<w:abstractNumId>` of each.
fn lines(levels: &str, lists: &[(&str, &str)], styles: &str, body: &[String]) -> Vec<String> {
    let lists: Vec<String> = lists
        .iter()
        .map(|(list, rest)| format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"7\"/>{rest}</w:num>"))
        .collect();
    let numbering = format!(
        "<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum>{}</w:numbering>",
        lists.concat()
    );
    let text = read_docx(&zipped(&[
        ("word/document.xml", &document(&body.concat())),
        ("word/numbering.xml", &numbering),
        (
            "word/styles.xml",
            &format!("<w:styles {NAMESPACE}>{styles}</w:styles>"),
        ),
    ]));
    text.unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn numbers_that_word_makes_are_written_out() {
    let numbered = |text: &str, level: u32| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>\
             <w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        numbered("آب", 0),
        numbered("چاه", 1),
        numbered("قنات", 1),
        numbered("برق", 0),
    ]
    .concat();
    let numbering = format!(
        "<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"7\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"arabicAbjad\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
    );
    let parts = [
        ("word/document.xml", document(&body)),
        ("word/numbering.xml", numbering),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
    let text = read_docx(&zipped(&parts)).unwrap();
    assert_eq!(text, "1- آب\nالف) چاه\nب) قنات\n2- برق\n");
}

#[test]
fn a_list_starts_where_it_says() {
    let levels = level(
        0,
        "<w:start w:val=\"4\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>",
    );
    let body = [item("", "1", 0, "آب"), item("", "1", 0, "برق")];
    assert_eq!(lines(&levels, &[("1", "")], "", &body), ["4. آب", "5. برق"]);
}

#[test]
fn two_lists_of_one_kind_count_on_unless_one_begins_anew() {
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let body = |third: &str| {
        [
            item("", "1", 0, "آ"),
            item("", "2", 0, "ب"),
            item("", third, 0, "پ"),
            item("", third, 0, "ت"),
        ]
    };
    let lists = [("1", ""), ("2", ""), ("3", anew)];
    assert_eq!(
        lines(&digits(0), &lists, "", &body("1")),
        ["1- آ", "2- ب", "3- پ", "4- ت"]
    );
    assert_eq!(
        lines(&digits(0), &lists, "", &body("3")),
        ["1- آ", "2- ب", "5- پ", "6- ت"]
    );
}

#[test]
fn a_list_may_define_a_level_anew() {
    let anew = format!(
        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
        level(
            0,
            "<w:start w:val=\"2\"/><w:numFmt w:val=\"arabicAbjad\"/><w:lvlText w:val=\"%1)\"/>"
        )
    );
    let body = [item("", "1", 0, "آب"), item("", "1", 0, "برق")];
    assert_eq!(lines(&digits(0), &[("1", &anew)], "", &body), ["ب) آب", "ج) برق"]);
}

#[test]
fn styles_put_their_paragraphs_into_lists() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"radif\"><w:name w:val=\"radif\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>\
                  </w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"zir\"><w:basedOn w:val=\"radif\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"doyom\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
                  <w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
    let levels = digits(0)
        + &level(
            1,
            "<w:start w:val=\"1\"/><w:numFmt w:val=\"arabicAlpha\"/><w:pStyle w:val=\"doyom\"/><w:lvlText w:val=\"%2)\"/>",
        );
    let body = [
        item("radif", "", 0, "آب"),
        item("zir", "", 0, "برق"),
        item("doyom", "", 0, "نهر"),
        item("radif", "0", 0, "بی‌شماره"),
        item("a", "", 0, "تنها"),
        item("zir", "", 0, "راه"),
    ];
    assert_eq!(
        lines(&levels, &[("1", "")], styles, &body),
        ["1- آب", "2- برق", "الف) نهر", "بی‌شماره", "تنها", "3- راه"]
    );
}

#[test]
fn markers_are_written_as_they_look() {
    for (format, text, wanted) in [
        ("decimal", "%1", "1- آب"),
        ("decimal", "%1-", "1- آب"),
        ("decimal", "(%1)", "(1) آب"),
        ("decimal", "مصوبه %1:", "مصوبه 1: آب"),
        ("arabicAlpha", "%1", "الف- آب"),
        ("upperRoman", "%1.", "I. آب"),
        ("bullet", "•", "آب"),
        ("none", "تبصره:", "تبصره: آب"),
        ("none", "", "آب"),
    ] {
        let levels = level(
            0,
            &format!("<w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>"),
        );
        let body = [item("", "1", 0, "آب")];
        assert_eq!(
            lines(&levels, &[("1", "")], "", &body),
            [wanted],
            "{format} {text}"
        );
    }
}

#[test]
fn markers_of_several_levels_and_where_levels_begin_anew() {
    let second = |rest: &str| {
        digits(0)
            + &level(
                1,
                &format!(
                    "<w:start w:val=\"1\"/>{rest}<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1-%2-\"/>"
                ),
            )
    };
    let body = [
        item("", "1", 0, "آ"),
        item("", "1", 1, "ب"),
        item("", "1", 1, "پ"),
        item("", "1", 0, "ت"),
        item("", "1", 1, "ث"),
    ];
    assert_eq!(
        lines(&second(""), &[("1", "")], "", &body),
        ["1- آ", "1-1- ب", "1-2- پ", "2- ت", "2-1- ث"]
    );
    assert_eq!(
        lines(&second("<w:lvlRestart w:val=\"0\"/>"), &[("1", "")], "", &body)[4],
        "2-3- ث"
    );
}

#[test]
fn legal_markers_are_all_in_digits() {
    let levels = level(
        0,
        "<w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/>",
    ) + &level(
        1,
        "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1-%2)\"/>",
    );
    let body = [item("", "1", 0, "آ"), item("", "1", 1, "ب")];
    assert_eq!(lines(&levels, &[("1", "")], "", &body), ["I. آ", "1-1) ب"]);
}

#[test]
fn a_number_alone_in_its_paragraph_is_the_marker() {
    let body = [item("", "1", 0, ""), item("", "1", 0, "آب")];
    assert_eq!(lines(&digits(0), &[("1", "")], "", &body), ["1-", "2- آب"]);
}

#[test]
fn a_numbering_may_be_that_of_a_style() {
    let numbering = format!(
        "<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"fehrest\"/>{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"fehrest\"/></w:abstractNum>\
         <w:num w:numId=\"5\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>",
        level(
            0,
            "<w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1)\"/>"
        )
    );
    let text = read_docx(&zipped(&[
        ("word/document.xml", &document(&item("", "5", 0, "آب"))),
        ("word/numbering.xml", &numbering),
    ]));
    assert_eq!(text.unwrap(), "3) آب\n");
}

#[test]
fn what_a_list_was_before_a_change_says_nothing() {
    let body = "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>\
                </w:pPr><w:r><w:t>آب</w:t></w:r></w:p>";
    assert_eq!(lines(&digits(0), &[("1", "")], "", &[body.to_owned()]), ["آب"]);
}
