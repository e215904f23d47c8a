using System.Globalization;
using Microsoft.Extensions.Hosting;
using Workers.Contracts;

namespace Workers.Tests.Shipping;

public sealed class WhenTheComposeFileIsRead
{
    private static readonly ComposeFile Compose = ComposeFile.LocalStack;

    public static TheoryData<string> Workers => [.. ContainerHost.Workers];

    public static TheoryData<string> Hosts => [.. ContainerHost.All];

    public static TheoryData<string> Configured => [.. ContainerHost.All, ContainerHost.Provision];

    [Theory]
    [MemberData(nameof(Configured))]
    public async Task Every_variable_binds_to_an_option_and_the_options_are_valid(string service)
    {
        await using var host = new ContainerHost(service, Compose.EnvironmentOf(service));

        Assert.Empty(host.Unread());
    }

    [Theory]
    [MemberData(nameof(Configured))]
    public void The_endpoint_is_configured_whatever_a_queues_url_says(string service) =>
        Assert.Equal("http://localstack:4566", Compose.EnvironmentOf(service)["AWS__ServiceUrl"]);

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_host_waits_until_the_topology_is_applied(string service)
    {
        Assert.Equal(["provision"], Compose[service].MapAt("depends_on").Keys);
        Assert.Equal("service_completed_successfully", Compose[service].TextAt("depends_on", "provision", "condition"));
        Assert.Equal(["apply"], Compose["provision"].ListAt("command"));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_host_is_asked_for_its_health_by_itself(string service) =>
        Assert.Equal(["CMD", "/app/run", "--health"], Compose[service].ListAt("healthcheck", "test"));

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_host_is_killed_only_after_it_had_time_to_stop(string service)
    {
        await using var host = new ContainerHost(service, Compose.EnvironmentOf(service));
        var grace = Compose[service].TextAt("stop_grace_period")!;

        Assert.EndsWith("s", grace, StringComparison.Ordinal);
        Assert.True(host.Options<HostOptions>().ShutdownTimeout < TimeSpan.FromSeconds(int.Parse(grace[..^1], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Configured))]
    public void What_runs_our_code_can_write_to_memory_only_and_gains_no_right(string service)
    {
        Assert.Equal("true", Compose[service].TextAt("read_only"));
        Assert.Equal(["/tmp"], Compose[service].ListAt("tmpfs"));
        Assert.Equal(["ALL"], Compose[service].ListAt("cap_drop"));
        Assert.Equal(["no-new-privileges:true"], Compose[service].ListAt("security_opt"));
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void A_worker_can_be_started_many_times(string service)
    {
        Assert.Null(Compose[service].At("container_name"));
        Assert.Null(Compose[service].At("ports"));
    }

    [Fact]
    public void Nothing_depends_on_what_is_only_for_looking_at() =>
        Assert.DoesNotContain(
            Compose.Services.Values.SelectMany(service => service.MapAt("depends_on").Keys), name => name is "mail" or "logs");

    [Fact]
    public void Ports_of_this_machine_are_on_loopback()
    {
        var ports = Compose.Services.Values.SelectMany(service => service.ListAt("ports")).ToList();

        Assert.Contains("127.0.0.1:5080:8080", ports);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_image_has_a_version_and_localstack_a_digest()
    {
        Assert.All(Compose.Services.Values, service => Assert.True(Images.IsPinned(service.TextAt("image")!)));
        Assert.Equal(
            "localstack/localstack:4.14.0@sha256:3ebc37595918b8accb852f8048fef2aff047d465167edd655528065b07bc364a",
            Compose["localstack"].TextAt("image"));
    }

    [Fact]
    public void Every_image_of_ours_is_built_from_a_project_that_exists()
    {
        var projects = Compose.Services.Values.Append(ComposeFile.Embedded["localstack"])
            .Select(service => service.TextAt("build", "args", "PROJECT"))
            .OfType<string>()
            .ToList();

        Assert.Equal(Topology.Deployables.Count + 3, projects.Count);   // the command line, the console and LocalAws
        Assert.All(projects, project => Assert.NotNull(Approved.ProjectFile(project)));
    }

    [Fact]
    public void LocalAws_takes_LocalStacks_place_under_its_name_and_port()
    {
        var localAws = ComposeFile.Embedded["localstack"];

        Assert.Equal(["--host", "0.0.0.0"], localAws.ListAt("command"));
        Assert.Equal(["CMD", "/app/run", "--health"], localAws.ListAt("healthcheck", "test"));
        Assert.Equal(4566, new LocalAws.LocalAwsOptions().Port);
    }
}
