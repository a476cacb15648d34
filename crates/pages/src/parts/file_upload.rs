//! GOV.UK file upload: a file from the person's own machine.
//!
//! The rule: it says which kinds of file are read and how large they may be, since a browser does not.

use maud::{Markup, Render, html};

use super::Field;

/// A file upload.
#[derive(Clone, Copy, Debug)]
pub struct FileUpload<'a> {
    field: Field<'a>,
    accept: Option<&'a str>,
}

impl<'a> FileUpload<'a> {
    /// For a file of any kind.
    pub const fn new(field: Field<'a>) -> FileUpload<'a> {
        FileUpload { field, accept: None }
    }

    /// Offering only files whose names end so: `.csv,.xlsx`.
    pub const fn accepting(self, endings: &'a str) -> FileUpload<'a> {
        FileUpload { accept: Some(endings), ..self }
    }
}

impl Render for FileUpload<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        html! {
            div class=(field.group_class("")) {
                (field.above())
                input class=(field.control_class("govuk-file-upload")) id=(field.id) name=(field.name) type="file" accept=[self.accept]
                    aria-describedby=[field.described_by()];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn a_file_upload_is_like_the_one_of_the_design_system() {
        let hint = "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.";
        let field = Field::new("file-upload-3", "Upload a file").hint(hint).error(Some("Error message goes here"));
        assert_like_fixture("file-upload", "with error message and hint", &FileUpload::new(field).render());
    }
}
