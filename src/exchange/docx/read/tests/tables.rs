//! Tables of Word: frames, merged cells, hand-drawn borders, and text in cells.
//! Knows no minutes.

use super::{cell, paragraph, row, table, text_of};

const BEGINS: &str = "<w:vMerge w:val=\"restart\"/>";
const GOES_ON: &str = "<w:vMerge/>";

#[test]
fn a_table_in_a_frame_is_lines_and_rows_in_place() {
    let inner = table(&[row(&["ردیف", "مصوبه"]), row(&["۱", "آب"])]);
    let framed = |inner: &str| {
        table(&[format!(
            "<w:tr>{}</w:tr>",
            cell("", &(paragraph("مصوبات:") + inner + &paragraph("پایان")))
        )])
    };
    let wanted = "مصوبات:\nردیف\tمصوبه\n۱\tآب\nپایان\n";
    assert_eq!(text_of(&framed(&inner)), wanted);
    assert_eq!(
        text_of(&framed(&framed(&inner))),
        "مصوبات:\nمصوبات:\nردیف\tمصوبه\n۱\tآب\nپایان\nپایان\n"
    );
}

#[test]
fn a_letterhead_in_a_frame_gives_its_cells_one_after_the_other() {
    let inner = table(&[row(&["شماره:", "۱۲"]), row(&["تاریخ:", "۱۴۰۴/۰۱/۲۰"])]);
    let framed = table(&[
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("", &paragraph("استانداری")),
            cell("", &paragraph("صورتجلسه")),
            cell("", &inner)
        ),
        row(&["ردیف", "مصوبه"]),
    ]);
    assert_eq!(
        text_of(&framed),
        "استانداری\nصورتجلسه\nشماره:\t۱۲\nتاریخ:\t۱۴۰۴/۰۱/۲۰\nردیف\tمصوبه\n"
    );
}

#[test]
fn tables_side_by_side_in_a_frame_stand_below_each_other() {
    let names = |who: &str| cell("", &table(&[row(&["نام", "امضا"]), row(&[who, ""])]));
    let framed = table(&[format!("<w:tr>{}{}</w:tr>", names("شهرداری"), names("بخشداری"))]);
    assert_eq!(text_of(&framed), "نام\tامضا\nشهرداری\t\nنام\tامضا\nبخشداری\t\n");
}

#[test]
fn a_small_table_in_a_wording_stays_in_its_row() {
    let figures = table(&[row(&["سال", "مبلغ"]), row(&["۱۴۰۴", "ده"])]);
    let rows = [
        row(&["۱", "نهر", "یک ماه", "شهرداری"]),
        format!(
            "<w:tr>{}{}{}{}</w:tr>",
            cell("", &paragraph("۲")),
            cell("", &(paragraph("به شرح زیر:") + &figures)),
            cell("", &paragraph("فوری")),
            cell("", &paragraph("بخشداری"))
        ),
    ];
    assert_eq!(
        text_of(&table(&rows)),
        "۱\tنهر\tیک ماه\tشهرداری\n\
         <tr><td>۲</td><td>به شرح زیر:<br>سال - مبلغ<br>۱۴۰۴ - ده</td><td>فوری</td><td>بخشداری</td></tr>\n"
    );
}

#[test]
fn cells_merged_down_are_one_cell_over_several_rows() {
    let rows = [
        row(&["۱", "آب", &format!("{BEGINS}|یک ماه")]),
        row(&["۲", "برق", &format!("{GOES_ON}|")]),
        row(&["۳", "راه", "<w:vMerge w:val=\"continue\"/>|"]),
        row(&["۴", "پل", &format!("{BEGINS}|فوری")]),
        row(&["۵", "چاه", &format!("{GOES_ON}|")]),
    ];
    assert_eq!(
        text_of(&table(&rows)),
        "<table><tr><td>۱</td><td>آب</td><td rowspan=3>یک ماه</td></tr>\n<tr><td>۲</td><td>برق</td></tr>\n\
         <tr><td>۳</td><td>راه</td></tr>\n<tr><td>۴</td><td>پل</td><td rowspan=2>فوری</td></tr>\n\
         <tr><td>۵</td><td>چاه</td></tr></table>\n"
    );
}

#[test]
fn what_a_merged_cell_says_further_down_is_not_lost() {
    let rows = [
        row(&["۱", &format!("{BEGINS}|یک ماه")]),
        row(&["۲", &format!("{GOES_ON}|پنهان")]),
    ];
    assert!(text_of(&table(&rows)).contains("<td rowspan=2>یک ماه<br>پنهان</td>"));
    // Without a cell above that it goes on with, it is one of its own.
    let torn = [row(&["۱", "آب"]), row(&["۲", &format!("{GOES_ON}|برق")])];
    assert_eq!(text_of(&table(&torn)), "۱\tآب\n۲\tبرق\n");
}

#[test]
fn cells_merged_aside_are_one_cell_over_several_columns() {
    let head = row(&["ردیف", "شرح", "مهلت"]);
    let wanted = "<table><tr><td>ردیف</td><td>شرح</td><td>مهلت</td></tr>\n<tr><td>۱</td><td colspan=2>آب</td></tr></table>\n";
    let spanned = [head.clone(), row(&["۱", "<w:gridSpan w:val=\"2\"/>|آب"])];
    assert_eq!(text_of(&table(&spanned)), wanted);
    let older = [
        head,
        row(&["۱", "<w:hMerge w:val=\"restart\"/>|آب", "<w:hMerge/>|"]),
    ];
    assert_eq!(text_of(&table(&older)), wanted);
}

#[test]
fn a_row_that_begins_further_in_keeps_its_columns() {
    let moved = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned()
        + &row(&["تبصره", ""])["<w:tr>".len()..];
    assert_eq!(
        text_of(&table(&[row(&["۱", "آب", "فوری"]), moved])),
        "۱\tآب\tفوری\n\tتبصره\t\n"
    );
}

#[test]
fn spans_that_all_rows_share_and_borders_drawn_by_hand_are_no_merged_cells() {
    let shared = |a: &str, b: &str| row(&[&format!("<w:gridSpan w:val=\"2\"/>|{a}"), b]);
    assert_eq!(
        text_of(&table(&[shared("ردیف", "شرح"), shared("۱", "آب")])),
        "ردیف\tشرح\n۱\tآب\n"
    );
    let grid =
        "<w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"90\"/><w:gridCol w:w=\"5000\"/></w:tblGrid>";
    let drawn = [
        row(&["<w:gridSpan w:val=\"2\"/>|ردیف", "شرح"]),
        row(&["۱", "<w:gridSpan w:val=\"2\"/>|آب"]),
    ];
    let drawn = table(&drawn).replace("<w:tblPr/>", &format!("<w:tblPr/>{grid}"));
    assert_eq!(text_of(&drawn), "ردیف\tشرح\n۱\tآب\n");
}

#[test]
fn controls_around_rows_and_cells_change_nothing_and_deleted_rows_are_gone() {
    let control = |inner: &str| {
        format!("<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    };
    let deleted = row(&["۹", "نه"]).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>");
    let second = format!(
        "<w:tr>{}{}</w:tr>",
        cell("", &paragraph("۲")),
        control(&cell("", &paragraph("برق")))
    );
    let rows = [control(&row(&["۱", "آب"])), deleted, second];
    assert_eq!(text_of(&table(&rows)), "۱\tآب\n۲\tبرق\n");
}

#[test]
fn tabs_in_cells_are_blanks_and_boxes_in_cells_are_paragraphs_of_them() {
    let boxed = "<w:p><w:r><w:t>امضا</w:t><w:tab/><w:t>دبیر</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>مهر</w:t></w:r></w:p>\
                 </w:txbxContent></w:pict></w:r></w:p>";
    let rows = [format!(
        "<w:tr>{}{}</w:tr>",
        cell("", boxed),
        cell("", &paragraph("ب"))
    )];
    assert_eq!(
        text_of(&table(&rows)),
        "<tr><td>امضا دبیر<br>مهر</td><td>ب</td></tr>\n"
    );
}
