using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Engine.Telemetry;
using Workers.Provisioning.CloudFormation;
using Workers.Tests.Shipping;

namespace Workers.Tests.Provisioning;

public sealed class WhenTheTemplateIsExported
{
    private readonly JsonObject _resources = Template.Build()["Resources"]!.AsObject();

    [Fact]
    public void Every_name_carries_the_prefix()
    {
        string[] names = ["Name", "ArchiveName", "QueueName", "TableName", "RoleName", "ManagedPolicyName", "AlarmName", "DashboardName"];

        var given = from resource in _resources
                    from property in resource.Value!["Properties"]!.AsObject()
                    where names.Contains(property.Key)
                    select (string?)property.Value!["Fn::Sub"];

        Assert.Equal(_resources.Count - Policies().Count(), given.Count());
        Assert.All(given, name => Assert.StartsWith("${Prefix}", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Eventbridge_may_send_to_a_queue_only_from_the_rules_that_target_it()
    {
        foreach (var rule in Topology.Rules)
        {
            var arn = $"{LogicalId.Rule(rule.Name)}.Arn";
            var mayUse = Policies().Where(policy => policy.Value!.ToJsonString().Contains($"\"{arn}\"", StringComparison.Ordinal)).Select(policy => policy.Key);

            Assert.Equal(
                rule.Targets.Append(Topology.UndeliveredDlq).Select(queue => LogicalId.Of(queue, "Policy")).Order(),
                mayUse.Order());
        }
    }

    [Fact]
    public void No_deployable_may_do_everything_or_to_everything()
    {
        var roles = OfType("AWS::IAM::Role").IntersectBy(Topology.Deployables.Select(RoleSection.LogicalIdOf), role => role.Key);
        var statements = from resource in roles
                         from policy in resource.Value!["Properties"]!["Policies"]!.AsArray()
                         from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
                         select statement;

        Assert.All(statements, statement =>
        {
            Assert.DoesNotContain(statement!["Action"]!.AsArray(), action => ((string)action!).Contains('*', StringComparison.Ordinal));
            Assert.NotNull(statement["Resource"]!["Fn::GetAtt"]);
        });
    }

    [Fact]
    public void Keda_may_ask_how_long_each_scaled_queue_is_and_nothing_else()
    {
        var scaled = BaseManifest.ScaledObjects
            .SelectMany(scaled => scaled.ItemsAt("spec", "triggers"))
            .Select(trigger => new Uri(trigger.TextAt("metadata", "queueURL")!).Segments[^1]);

        var policy = Assert.Single(OfType("AWS::IAM::ManagedPolicy")).Value!["Properties"]!["PolicyDocument"]!;
        var statement = Assert.Single(policy["Statement"]!.AsArray())!;

        Assert.Equal("sqs:GetQueueAttributes", (string?)Assert.Single(statement["Action"]!.AsArray()));
        Assert.Equal(
            scaled.Select(queue => $"{LogicalId.Of(queue)}.Arn").Order(),
            statement["Resource"]!.AsArray().Select(resource => (string)resource!["Fn::GetAtt"]!).Order());
    }

    [Fact]
    public void Alarms_watch_our_metrics_by_the_names_of_our_meters()
    {
        Assert.Equal(
            (Names.ProcessDuration, Names.SentToHandled, Names.Settled, Names.Queue, Names.Outcome),
            (MetricNames.ProcessDuration, MetricNames.SentToHandled, MetricNames.Settled, MetricNames.Queue, MetricNames.Outcome));
    }

    [Fact]
    public void Every_queue_and_the_bus_have_their_alarms()
    {
        var alarms = OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Key);

        Assert.Equal((Topology.Queues.Count(queue => queue.Redrive is not null) * 4) + 2, alarms.Count());
        Assert.Contains("UndeliveredDlqDepthAlarm", alarms);
        Assert.Contains("PutEventsFailedAlarm", alarms);
    }

    [Fact]
    public async Task Cfn_lint_has_nothing_to_say()
    {
        using var lint = StartLint();
        Assert.SkipWhen(lint is null, "there is no cfn-lint on this machine");

        var said = await lint.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await lint.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (lint.ExitCode, said));
    }

    private static Process? StartLint()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("cfn-lint", [Approved.PathOf(Template.Path)]) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Policies() => OfType("AWS::SQS::QueuePolicy");

    private IEnumerable<KeyValuePair<string, JsonNode?>> OfType(string type) => _resources.Where(resource => (string)resource.Value!["Type"]! == type);
}
