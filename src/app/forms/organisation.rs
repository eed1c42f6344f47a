//! The form of an organisation. Does not know which resolutions name it.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::organisation::Organisation;
use crate::office::command::Command;
use crate::office::query::Query;
use crate::ui::Role;

/// An organisation.
#[derive(Clone, Debug)]
struct OrganisationForm {
    /// As it was read; none of a new one.
    before: Option<Organisation>,
    /// What the fields do not show of it.
    base: Organisation,
}

impl About for OrganisationForm {
    fn title(&self) -> &'static str {
        "form-organisation"
    }

    fn draft_key(&self) -> String {
        format!("organisation/{}", self.base.id)
    }

    fn after(&self) -> After {
        After::Ask(vec![Query::Organisations])
    }

    fn goes_on(&self) -> bool {
        self.before.is_none()
    }

    fn again(&self, _context: &Context) -> Option<Form> {
        self.goes_on().then(|| organisation_form(None))
    }

    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let written = form.written("name");
        let all = context.books.organisations.as_ref()?;
        let known = self.base.names().any(|name| name == written);
        let near = all.near(written).filter(|_| field == "name" && !known)?;
        let said = context
            .words
            .say_with("name-is-near", &[("name", near.written.into())]);
        Some((said, Role::Warn))
    }

    /// The office refuses one without a name.
    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let aliases = form
            .written("aliases")
            .lines()
            .map(str::trim)
            .filter(|alias| !alias.is_empty());
        let after = Organisation {
            name: form.written("name").to_owned(),
            aliases: aliases.map(str::to_owned).collect(),
            ..self.base.clone()
        };
        Ok(Command::RecordOrganisation {
            before: self.before.clone(),
            after,
        })
    }
}

/// Opens the form of an organisation; none is a new one.
pub(in crate::app) fn organisation(before: Option<Organisation>) -> Vec<Step> {
    vec![Step::form(organisation_form(before))]
}

fn organisation_form(before: Option<Organisation>) -> Form {
    let organisation = before.clone().unwrap_or_default();
    let fields = vec![
        Field::line("name", "field-name", &organisation.name),
        Field::text("aliases", "field-aliases", &organisation.aliases.join("\n")).hinted("hint-aliases"),
    ];
    let about = OrganisationForm {
        before,
        base: organisation,
    };
    Form::new(about, fields)
}
