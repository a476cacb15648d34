//! What was posted, read: a form, or a form with files.
//!
//! The rule: everything was received and weighed before it is read. A form that is no text is refused; a kind of content that no
//! page takes is refused too.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart};
use axum::http::Request;
use axum::http::request::Parts;

use crate::Stop;
use crate::asking::Upload;
use crate::pairs::Pairs;

/// The fields and files of a form.
#[derive(Debug, Default)]
pub(crate) struct Posted {
    pub(crate) form: Pairs,
    pub(crate) files: Vec<Upload>,
}

/// Most fields of one form with files; far more than any page has.
const FIELDS_AT_MOST: usize = 2_000;

/// Reads what was posted.
pub(crate) async fn posted(parts: &Parts, bytes: Bytes) -> Result<Posted, Stop> {
    let content_type = parts.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    match content_type.split(';').next().unwrap_or_default().trim() {
        "application/x-www-form-urlencoded" => Ok(Posted { form: Pairs::read(&bytes).map_err(|_| not_text())?, files: Vec::new() }),
        "multipart/form-data" => with_files(parts, bytes).await,
        _ => Err(Stop::BadRequest("Only forms are taken here: open the page and send its form.".to_string())),
    }
}

async fn with_files(parts: &Parts, bytes: Bytes) -> Result<Posted, Stop> {
    let mut request = Request::new(Body::from(bytes));
    *request.headers_mut() = parts.headers.clone();
    *request.extensions_mut() = parts.extensions.clone();
    let broken = || Stop::BadRequest("The form did not arrive whole. Send it again.".to_string());
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut posted = Posted::default();
    for _ in 0..FIELDS_AT_MOST {
        let Some(field) = multipart.next_field().await.map_err(|_| broken())? else { return Ok(posted) };
        let name = field.name().unwrap_or_default().to_string();
        let file = field.file_name().map(str::to_string);
        let bytes = field.bytes().await.map_err(|_| broken())?;
        match file {
            Some(file) => posted.files.push(Upload { field: name, name: file, bytes: bytes.to_vec() }),
            None => posted.form.add(name, String::from_utf8(bytes.to_vec()).map_err(|_| not_text())?),
        }
    }
    Err(broken())
}

fn not_text() -> Stop {
    Stop::BadRequest("The form holds bytes that are no text. Type it again, or paste it as plain text.".to_string())
}
