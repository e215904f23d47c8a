using YamlDotNet.RepresentationModel;

namespace Workers.Tests.Shipping;

public sealed class WhenTheBooksAreScheduled
{
    private readonly YamlNode _job = Overlay.Render("eks").The("CronJob", "books");

    private YamlNode Pod => _job.At("spec", "jobTemplate", "spec", "template", "spec")!;

    [Fact]
    public void One_runs_at_a_time_and_is_not_repeated_for_what_it_found()
    {
        Assert.Equal("Forbid", _job.TextAt("spec", "concurrencyPolicy"));
        Assert.Equal("0", _job.TextAt("spec", "jobTemplate", "spec", "backoffLimit"));
        Assert.Equal("Never", Pod.TextAt("restartPolicy"));
    }

    [Fact]
    public void It_runs_the_command_line_of_the_overlays_registry_with_a_role_of_its_own()
    {
        var container = Assert.Single(Pod.ItemsAt("containers"));

        Assert.Equal("books", Assert.Single(container.ItemsAt("args")).ToString());
        Assert.Equal("books", Pod.TextAt("serviceAccountName"));
        Assert.Matches(@"^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/workers/cli:", container.TextAt("image"));
    }

    [Fact]
    public void Its_container_may_do_nothing_that_it_need_not()
    {
        var security = Assert.Single(Pod.ItemsAt("containers")).At("securityContext")!;

        Assert.Equal(("true", "false"), (security.TextAt("readOnlyRootFilesystem"), security.TextAt("allowPrivilegeEscalation")));
        Assert.Equal("true", Pod.TextAt("securityContext", "runAsNonRoot"));
    }
}
