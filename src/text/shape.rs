//! Arabic joining: which letters hold hands, and the presentation form that shows it.
//! It does not know cells or the order on the screen; it works in logical order.

use icu_properties::CodePointMapData;
use icu_properties::props::JoiningType;

use super::cluster::{Cluster, ClusterKind};
use super::forms::{Position, lam_alef, presentation_form};
use super::levels::Levels;
use super::style::Controls;

/// Sets `joins_before` and `joins_after` of every cluster, by the joining rules R1–R7 of the Unicode Standard 9.2.
///
/// `clusters` are those of `text`. ZWNJ parts, ZWJ joins, vowel signs are passed over; letters at different levels do
/// not join (UAX #9, 6.1), and neither does a control that is shown as a mark.
pub(crate) fn join(text: &str, clusters: &mut [Cluster], levels: &Levels, controls: Controls) {
    let mut before = JoiningType::NonJoining;
    let mut before_base: Option<usize> = None;
    let mut before_level = 0;
    for index in 0..clusters.len() {
        let cluster = clusters[index];
        let level = levels.at(cluster.base_byte as usize);
        if level != before_level {
            before = JoiningType::NonJoining;
            before_level = level;
        }
        let (start, end) = (cluster.start_byte as usize, cluster.end_byte as usize);
        for (offset, c) in text[start..end].char_indices() {
            let is_base = start + offset == cluster.base_byte as usize;
            let joining = if is_base {
                base_joining(&cluster, controls)
            } else {
                joining_type(c)
            };
            if joining == JoiningType::Transparent {
                continue;
            }
            if joins_after(before) && joins_before(joining) {
                if let Some(base) = before_base {
                    clusters[base].joins_after = true;
                }
                clusters[index].joins_before |= is_base;
            }
            before = joining;
            before_base = is_base.then_some(index);
        }
    }
}

/// The joining type of a scalar, the quick way for what never joins.
fn joining_type(c: char) -> JoiningType {
    if c < '\u{AD}' {
        JoiningType::NonJoining
    } else {
        CodePointMapData::<JoiningType>::new().get(c)
    }
}

fn base_joining(cluster: &Cluster, controls: Controls) -> JoiningType {
    match cluster.kind {
        ClusterKind::Orphan => JoiningType::NonJoining,
        ClusterKind::Mark if controls == Controls::Show => JoiningType::NonJoining,
        _ => joining_type(cluster.base),
    }
}

fn joins_after(joining: JoiningType) -> bool {
    matches!(
        joining,
        JoiningType::DualJoining | JoiningType::LeftJoining | JoiningType::JoinCausing
    )
}

fn joins_before(joining: JoiningType) -> bool {
    matches!(
        joining,
        JoiningType::DualJoining | JoiningType::RightJoining | JoiningType::JoinCausing
    )
}

/// The code point that draws the base of a joined cluster: its form, or the letter itself where there is none.
pub(crate) fn form_of(text: &str, cluster: &Cluster) -> char {
    if cluster.kind == ClusterKind::LamAlef {
        let inside = &text[cluster.base_byte as usize..cluster.end_byte as usize];
        let ligature = inside.chars().find_map(|c| lam_alef(c, cluster.joins_before));
        return ligature.unwrap_or(cluster.base);
    }
    if !matches!(cluster.base, '\u{620}'..='\u{6FF}') {
        return cluster.base;
    }
    let position = match (cluster.joins_before, cluster.joins_after) {
        (false, false) => Position::Isolated,
        (true, false) => Position::Final,
        (false, true) => Position::Initial,
        (true, true) => Position::Medial,
    };
    presentation_form(cluster.base, position).unwrap_or(cluster.base)
}
