using Workers.Cli.Running;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheOperatorProvisions(AwsEndpoint endpoint)
{
    private string _prefix = Prefix.Fresh();

    [Fact]
    public async Task Apply_reports_what_it_created_and_the_second_time_that_nothing_changed()
    {
        var first = await RunAsync("apply");
        var second = await RunAsync("apply");
        await RunAsync("destroy", "--confirm", _prefix);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains($"created   queue           {_prefix}inventory-queue", first.Lines);
        Assert.EndsWith("created", first.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("unchanged", second.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_given_takes_the_place_of_the_topologys()
    {
        await RunAsync("apply");
        var changed = await RunAsync("apply", "--tag", "Environment=production");
        var plan = await RunAsync("plan", "--tag", "Environment=production");
        await RunAsync("destroy", "--confirm", _prefix);

        Assert.Contains("tag Environment: development → production", changed.Lines);
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_deletes_nothing_where_nobody_can_confirm_it()
    {
        await RunAsync("apply");
        var refused = await RunAsync("destroy");
        var plan = await RunAsync("plan");
        await RunAsync("destroy", "--confirm", _prefix);

        Assert.Equal(ExitCode.NotConfirmed, refused.ExitCode);
        Assert.Contains($"--confirm {_prefix}", refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_deletes_nothing_where_another_fleet_is_named()
    {
        await RunAsync("apply");
        var refused = await RunAsync("destroy", "--confirm", $"not-{_prefix}");
        var plan = await RunAsync("plan");
        await RunAsync("destroy", "--confirm", _prefix);

        Assert.Equal(ExitCode.NotConfirmed, refused.ExitCode);
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_names_rules_that_somebody_added_and_deletes_nothing_until_they_are_meant_too()
    {
        await RunAsync("apply");
        var bus = $"{_prefix}{Contracts.Topology.Bus}";
        await endpoint.Clients.EventBridge.PutRuleAsync(
            new() { Name = "somebodys", EventBusName = bus, EventPattern = """{"source":["theirs"]}""" }, TestContext.Current.CancellationToken);

        var refused = await RunAsync("destroy", "--confirm", _prefix, "--json");
        var plan = await RunAsync("plan");
        var done = await RunAsync("destroy", "--confirm", _prefix, "--foreign-rules", "--json");

        Assert.Equal((ExitCode.Failed, ExitCode.Done), (refused.ExitCode, done.ExitCode));
        Assert.Contains("somebodys", refused.Error, StringComparison.Ordinal);
        Assert.False(refused.Json.GetProperty("isComplete").GetBoolean());
        Assert.Equal("somebodys", Assert.Single(refused.Json.GetProperty("resources").EnumerateArray()).GetProperty("name").GetString());
        Assert.EndsWith("unchanged", plan.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(done.Json.GetProperty("resources").EnumerateArray(), resource =>
            resource.GetProperty("kind").GetString() == "foreign rule" && resource.GetProperty("change").GetString() == "deleted");
    }

    [Fact]
    public async Task A_prefix_that_aws_would_refuse_is_refused_before_anything_is_asked()
    {
        _prefix = "no spaces";

        var refused = await RunAsync("plan");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("Workers:Prefix (no spaces)", refused.Error, StringComparison.Ordinal);
        Assert.Empty(refused.Out);
    }

    [Fact]
    public async Task A_script_reads_the_changes_as_one_json_document()
    {
        var plan = await RunAsync("plan", "--json");

        var queue = plan.Json.GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("kind").GetString() == "queue" && resource.GetProperty("name").GetString() == $"{_prefix}inventory-queue");
        Assert.Equal("created", queue.GetProperty("change").GetString());
        Assert.Equal(plan.Json.GetProperty("resources").GetArrayLength(), plan.Json.GetProperty("counts").GetProperty("created").GetInt32());
    }

    [Fact]
    public async Task An_option_that_nobody_knows_is_a_mistake_of_usage()
    {
        var run = await RunAsync("plan", "--plain");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => new Operator(endpoint, _prefix).RunAsync(arguments);
}
