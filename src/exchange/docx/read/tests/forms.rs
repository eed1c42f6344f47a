//! Boxes, ticks and lists of forms, old and new.
//! Knows no minutes.

use super::{NAMESPACE, document, read_docx, run, text_of, zipped};

fn control(properties: &str, content: &str) -> String {
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

#[test]
fn signs_of_picture_fonts_are_ticks_and_boxes() {
    let body = run(
        "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t> حاضر </w:t><w:sym w:font=\"Wingdings 2\" w:char=\"F0A3\"/><w:t> غایب</w:t>",
    );
    assert_eq!(text_of(&body), "☑ حاضر ☐ غایب\n");
    let typed = run("<w:rPr><w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr><w:t>ü</w:t>");
    assert_eq!(text_of(&typed), "✓\n");
}

#[test]
fn boxes_of_controls_tell_their_state_once_whatever_they_look_like() {
    for (state, content, wanted) in [
        ("<w14:checked w14:val=\"1\"/>", "<w:r><w:t>☒</w:t></w:r>", "☒"),
        ("<w14:checked w14:val=\"0\"/>", "<w:r><w:t>☐</w:t></w:r>", "☐"),
        (
            "<w14:checked w14:val=\"1\"/><w14:checkedState w14:val=\"0052\" w14:font=\"Wingdings 2\"/>",
            "<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"0052\"/></w:r>",
            "☒",
        ),
        (
            "<w14:checked w14:val=\"true\"/>",
            "<w:r><w:t>ب</w:t></w:r><w:r><w:t>له</w:t></w:r>",
            "☒",
        ),
        ("", "", "☐"),
    ] {
        let inner = control(&format!("<w14:checkbox>{state}</w14:checkbox>"), content);
        let body = format!("<w:p>{inner}<w:r><w:t> حاضر</w:t></w:r></w:p>");
        assert_eq!(text_of(&body), format!("{wanted} حاضر\n"), "{state}");
    }
}

#[test]
fn boxes_and_lists_of_older_forms_tell_what_was_chosen() {
    let field = |description: &str, shown: &str| {
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{description}</w:ffData></w:fldChar></w:r>\
             <w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{shown}\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> حاضر</w:t></w:r></w:p>"
        )
    };
    let of_box = |state: &str| field(&format!("<w:checkBox><w:sizeAuto/>{state}</w:checkBox>"), "");
    for (state, wanted) in [
        ("<w:default w:val=\"0\"/><w:checked/>", "☒"),
        ("<w:default w:val=\"1\"/>", "☒"),
        ("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>", "☐"),
        ("", "☐"),
    ] {
        assert_eq!(text_of(&of_box(state)), format!("{wanted} حاضر\n"), "{state}");
    }
    let list = |chosen: &str| {
        format!(
            "<w:ddList>{chosen}<w:listEntry w:val=\"عادی\"/><w:listEntry w:val=\"فوق‌العاده\"/></w:ddList>"
        )
    };
    assert_eq!(
        text_of(&field(&list("<w:result w:val=\"1\"/>"), "")),
        "فوق‌العاده حاضر\n"
    );
    assert_eq!(text_of(&field(&list(""), "")), "عادی حاضر\n");
    assert_eq!(
        text_of(&field(&list(""), "<w:r><w:t>دیگر</w:t></w:r>")),
        "دیگر حاضر\n"
    );
    assert_eq!(
        text_of(&field(&list("<w:result w:val=\"9\"/>"), "")),
        " حاضر\n".trim_start()
    );
}

#[test]
fn lists_and_days_of_controls_give_their_value_and_words_that_ask_to_be_replaced_do_not() {
    let styles = format!(
        "<w:styles {NAMESPACE}><w:style w:type=\"character\" w:styleId=\"a3\"><w:name w:val=\"Placeholder Text\"/></w:style></w:styles>"
    );
    let asked = control(
        "<w:dropDownList><w:listItem w:value=\"x\"/></w:dropDownList><w:showingPlcHdr/>",
        "<w:r><w:rPr><w:rStyle w:val=\"a3\"/></w:rPr><w:t>Choose an item.</w:t></w:r>",
    );
    let picked = control(
        "<w:date w:fullDate=\"2025-04-09\"/>",
        "<w:r><w:t>۱۴۰۴/۰۱/۲۰</w:t></w:r>",
    );
    // A program filled it in and forgot the mark.
    let filled = control("<w:showingPlcHdr/>", "<w:r><w:t> آب</w:t></w:r>");
    let body = format!("<w:p>{asked}{picked}{filled}</w:p>");
    let parts = [
        ("word/document.xml", document(&body)),
        ("word/styles.xml", styles),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
    assert_eq!(read_docx(&zipped(&parts)).unwrap(), "۱۴۰۴/۰۱/۲۰ آب\n");
}
