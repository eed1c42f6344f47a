//! The organisations that written names mean: found by any of their names, or made. Does not know who they act for.

use super::FreshIds;
use super::transaction::Transaction;
use crate::domain::ids::OrganisationId;
use crate::domain::names::{NameIndex, whole_name};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{Resolution, Responsible};
use crate::office::command::Failure;
use crate::store::Tree;

/// First words (whole names) of a class of organisations: «دستگاه‌های عضو کارگروه»، «فرمانداران شهرستان‌ها».
const CLASS_STARTS: &[&str] = &[
    "دستگاه های",
    "کلیه",
    "تمامی",
    "همه",
    "سایر",
    "فرمانداران",
    "فرمانداری های",
    "شهرداران",
    "شهرداری ها",
    "بخشداران",
    "دهیاران",
    "دهیاری ها",
    "ادارات",
    "مدیران",
    "اعضای",
    "اعضاء",
    "روسای",
];

/// All organisations, by each of their names.
pub(super) fn organisation_index(t: &Transaction) -> Result<NameIndex<OrganisationId>, Failure> {
    let mut index = NameIndex::default();
    for organisation in t.standing::<Organisation>(Tree::Organisations, "")? {
        organisation
            .names()
            .for_each(|name| index.add(name, &organisation.id));
    }
    Ok(index)
}

/// Makes an organisation of a name that none has.
pub(super) fn make_organisation(
    t: &mut Transaction,
    index: &mut NameIndex<OrganisationId>,
    written: &str,
    ids: &mut FreshIds,
) -> Result<OrganisationId, Failure> {
    let id = OrganisationId(ids());
    let name = whole_name(written);
    let class = CLASS_STARTS
        .iter()
        .any(|start| name.starts_with(&whole_name(start)));
    let organisation = Organisation {
        id: id.clone(),
        name: written.to_owned(),
        class,
        ..Organisation::default()
    };
    t.put(Tree::Organisations, id.as_str(), &organisation)?;
    index.add(written, &id);
    Ok(id)
}

/// Finds the organisations of the names that have none yet; unknown names stay as written.
pub(super) fn name_organisations(t: &Transaction, resolution: &mut Resolution) -> Result<(), Failure> {
    let all: Vec<&mut Responsible> = resolution.all_responsible_mut().collect();
    if all.iter().all(|r| r.organisation.is_some()) {
        return Ok(());
    }
    let index = organisation_index(t)?;
    for responsible in all {
        if responsible.organisation.is_none() {
            responsible.organisation = index.find(&responsible.written);
        }
    }
    Ok(())
}
