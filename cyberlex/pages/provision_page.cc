#include <utility>

#include "cyberlex/pages/limb_view.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/provision_parts.h"

namespace cyberlex::pages {
namespace {

std::string neighbour(Links const& links, Work const& work,
                      std::optional<std::string> const& handle, Date as_of) {
  auto const read = parse_handle(handle.value_or(""));
  return read ? links.provision(work, read->eid, as_of) : std::string();
}

}  // namespace

std::string provision_page(PageContext const& context, ProvisionAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  ActRecord const& act = answer.generation->acts().at(answer.record.act);
  SourceNotes notes(wording, act.work);
  View view;
  put_provision(view, context, notes, answer);
  std::vector<View> limbs;
  for (LimbRecord const& limb : answer.record.limbs) {
    limbs.push_back(limb_view(context, notes, act, limb, answer.as_of));
  }
  std::string const handle = to_string(Handle{act.work.handle, answer.record.eid});
  if (act.work.jurisdiction == "int") {
    view.text("article_url", links.article(handle, answer.as_of));
  }
  view.text("previous", neighbour(links, act.work, answer.previous, answer.as_of))
      .text("next", neighbour(links, act.work, answer.next, answer.as_of))
      .list("limbs", std::move(limbs))
      .list("notes", notes.views());
  std::string title = wording.unit(answer.record) + ", " + wording.title(act.work).text;
  return framed(context, {.title = std::move(title), .json = "/api/v1/provisions/" + handle},
                "provision", std::move(view));
}

}  // namespace cyberlex::pages
