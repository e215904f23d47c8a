using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Engine.Telemetry;
using Workers.Orders;
using Workers.Payments;
using Workers.Provisioning.CloudFormation;
using Workers.Support;
using Workers.Tests.Shipping;
using Workers.Workflow;

namespace Workers.Tests.Provisioning;

public sealed class WhenTheTemplateIsExported
{
    private readonly JsonObject _resources = Template.Build()["Resources"]!.AsObject();

    [Fact]
    public void Every_name_carries_the_prefix()
    {
        string[] names = ["Name", "ArchiveName", "QueueName", "TableName", "TopicName", "RoleName", "ManagedPolicyName", "AlarmName", "DashboardName", "RegistryName", "StateMachineName", "LogGroupName"];

        var given = from resource in _resources
                    from property in resource.Value!["Properties"]!.AsObject()
                    where names.Contains(property.Key) && property.Value!["Fn::GetAtt"] is null   // a schema is named in its registry
                    select (string?)property.Value!["Fn::Sub"];

        var nameless = Policies()
            .Concat(OfType("AWS::Events::EventBusPolicy"))
            .Concat(OfType("AWS::EventSchemas::Schema"))
            .Concat(OfType("AWS::SNS::TopicPolicy"))
            .Concat(OfType("AWS::SNS::Subscription"));
        Assert.Equal(_resources.Count - nameless.Count(), given.Count());
        Assert.All(given, name => Assert.Contains("${Prefix}", name, StringComparison.Ordinal));
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

        // IAM knows no resource of a task: its token is all that names it.
        Assert.All(statements.Where(statement => (string?)statement!["Sid"] != "AnswerTasks"), statement =>
        {
            Assert.DoesNotContain(statement!["Action"]!.AsArray(), action => ((string)action!).Contains('*', StringComparison.Ordinal));
            Assert.All(
                statement["Resource"] is JsonArray several ? several : [statement["Resource"]!.DeepClone()],
                resource => Assert.NotEqual("*", resource!.ToString()));
        });
    }

    [Fact]
    public void Keda_may_ask_how_long_each_scaled_queue_is_and_nothing_else()
    {
        var scaled = BaseManifest.ScaledObjects
            .SelectMany(scaled => scaled.ItemsAt("spec", "triggers"))
            .Select(trigger => new Uri(trigger.TextAt("metadata", "queueURL")!).Segments[^1]);

        var policy = _resources[Scaler.PolicyId]!["Properties"]!["PolicyDocument"]!;
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
        Assert.Equal(
            (OrdersMetrics.DeadlinesMissed, OrdersMetrics.Outcome, PaymentsMetrics.Refunds, PaymentsMetrics.Outcome),
            (MetricNames.DeadlinesMissed, MetricNames.Outcome, MetricNames.Refunds, MetricNames.Outcome));
        Assert.Equal((SupportMetrics.Overdue, SupportMetrics.Outcome), (MetricNames.TicketsOverdue, MetricNames.Outcome));
        Assert.Equal((WorkflowMetrics.Ended, WorkflowMetrics.Outcome), (MetricNames.ExecutionsEnded, MetricNames.Outcome));
    }

    [Fact]
    public void Every_queue_and_the_bus_have_their_alarms()
    {
        var alarms = OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Key);

        Assert.Equal((Topology.Queues.Count(queue => queue.Redrive is not null) * 4) + 2 + 3 + 3 + 1 + 3, alarms.Count());
        Assert.Contains("UndeliveredDlqDepthAlarm", alarms);
        Assert.Contains("PutEventsFailedAlarm", alarms);
        Assert.All(["ProducerErrorsAlarm", "ProducerUnavailableAlarm", "ProducerLatencyAlarm"], alarm => Assert.Contains(alarm, alarms));
    }

    [Fact]
    public void Every_alarm_tells_a_topic_that_whoever_deploys_it_is_asked_for()
    {
        Assert.Null(Template.Build()["Parameters"]![Parameters.AlarmTopic]!["Default"]);
        Assert.All(OfType("AWS::CloudWatch::Alarm"), alarm =>
            Assert.Equal(Parameters.AlarmTopic, (string?)Assert.Single(alarm.Value!["Properties"]!["AlarmActions"]!.AsArray())!["Ref"]));
    }

    [Fact]
    public void A_deployable_may_put_only_its_own_events_on_the_bus() => Assert.All(Topology.Deployables, deployable =>
    {
        var statements = _resources[RoleSection.LogicalIdOf(deployable)]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
        var publishes = statements.Where(statement => statement!["Action"]!.ToJsonString().Contains("events:PutEvents", StringComparison.Ordinal)).ToList();
        var names = Topology.MayPut(deployable).ToList();

        Assert.Equal(names.Count > 0 ? 1 : 0, publishes.Count);
        Assert.All(publishes, publish =>
        {
            var condition = publish!["Condition"]!;
            Assert.Equal(names.Select(name => name.Source).Distinct().Order(StringComparer.Ordinal), Texts(condition["ForAllValues:StringEquals"]![EventKeys.Source]!));
            Assert.Equal(names.Select(name => name.DetailType).Distinct().Order(StringComparer.Ordinal), Texts(condition["ForAllValues:StringEquals"]![EventKeys.DetailType]!));
            Assert.Equal("false", (string?)condition["Null"]![EventKeys.Source]);   // of an empty set every condition for all values holds
        });
    });

    [Fact]
    public void The_producers_callers_cannot_state_what_a_worker_states()
    {
        var producer = Topology.Deployables.Single(deployable => deployable.Name == "producer");
        var workers = Topology.Deployables.SelectMany(deployable => deployable.Emits).ToList();
        var denied = OfType("AWS::Events::EventBusPolicy").Select(policy => policy.Value!["Properties"]!["Statement"]!)
            .Where(statement => statement["Condition"]!["ArnNotEquals"] is not null)
            .SelectMany(statement => Texts(statement["Condition"]!["ForAnyValue:StringEquals"]![EventKeys.DetailType]!));

        Assert.NotEmpty(workers);
        Assert.Empty(Topology.MayPut(producer).Intersect(workers));
        Assert.Equal(workers.Concat(Topology.WorkflowRequests).Select(name => name.DetailType).Order(), denied.Order());
    }

    [Fact]
    public void Queues_topics_and_bus_refuse_what_is_not_encrypted_on_its_way()
    {
        var governed = Policies().Concat(OfType("AWS::Events::EventBusPolicy")).Concat(OfType("AWS::SNS::TopicPolicy"))
            .Where(policy => policy.Value!.ToJsonString().Contains("\"aws:SecureTransport\":\"false\"", StringComparison.Ordinal))
            .Select(policy => policy.Key);

        Assert.Equal(
            Topology.Queues.Select(queue => LogicalId.Of(queue.Name, "Policy")).Append("BusTlsOnly").Append("EventNotificationsTopicPolicy").Order(),
            governed.Order());
    }

    [Fact]
    public void Only_the_notification_worker_may_publish_to_the_topic_and_it_may_nothing_else_with_it()
    {
        var grants = from role in OfType("AWS::IAM::Role")
                     from policy in role.Value!["Properties"]!["Policies"]!.AsArray()
                     from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
                     from action in statement!["Action"]!.AsArray()
                     where ((string)action!).StartsWith("sns:", StringComparison.Ordinal)
                     select (role.Key, (string)action!, statement["Resource"]!.ToJsonString());

        Assert.Equal([("NotificationRole", "sns:Publish", """{"Fn::GetAtt":"EventNotificationsTopic.TopicArn"}""")], grants);
    }

    [Fact]
    public void A_mail_address_is_subscribed_only_where_one_is_given()
    {
        var subscription = Assert.Single(OfType("AWS::SNS::Subscription")).Value!;

        Assert.Equal(Parameters.HasNotificationEmail, (string?)subscription["Condition"]);
        Assert.Equal(Parameters.NotificationEmail, (string?)subscription["Properties"]!["Endpoint"]!["Ref"]);
    }

    [Fact]
    public void Tables_can_be_brought_back_and_cost_no_more_than_was_chosen() => Assert.All(OfType("AWS::DynamoDB::Table"), table =>
    {
        var properties = table.Value!["Properties"]!;

        Assert.True((bool)properties["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!);
        Assert.Equal(Parameters.Protection, (string?)properties["DeletionProtectionEnabled"]!["Ref"]);
        Assert.Equal(
            (Parameters.Reads, Parameters.Writes),
            ((string?)properties["OnDemandThroughput"]!["MaxReadRequestUnits"]!["Ref"], (string?)properties["OnDemandThroughput"]!["MaxWriteRequestUnits"]!["Ref"]));
    });

    [Fact]
    public void Whatever_holds_data_is_encrypted_by_the_key_that_is_chosen_or_by_AWSs_own()
    {
        Assert.All(OfType("AWS::SQS::Queue"), queue =>
        {
            Assert.Equal("""{"Fn::If":["HasKmsKey",{"Ref":"AWS::NoValue"},true]}""", queue.Value!["Properties"]!["SqsManagedSseEnabled"]!.ToJsonString());
            Assert.Equal("""{"Fn::If":["HasKmsKey",{"Ref":"KmsKeyArn"},{"Ref":"AWS::NoValue"}]}""", queue.Value!["Properties"]!["KmsMasterKeyId"]!.ToJsonString());
        });
        Assert.All(
            OfType("AWS::DynamoDB::Table").Concat(OfType("AWS::Events::EventBus")).Concat(OfType("AWS::SNS::Topic")),
            resource => Assert.Contains("KmsKeyArn", resource.Value!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_pods_of_this_account_and_cluster_take_a_role_and_each_its_own() => Assert.All(PodRoles(), role =>
    {
        var trust = role.Value!["Properties"]!["AssumeRolePolicyDocument"]!["Fn::If"]!;
        var condition = trust[2]!["Statement"]![0]!["Condition"]!;
        var account = ((string)role.Value!["Properties"]!["RoleName"]!["Fn::Sub"]!)["${Prefix}workers-".Length..];

        Assert.Equal("AWS::AccountId", (string?)condition["StringEquals"]!["aws:SourceAccount"]!["Ref"]);
        Assert.Equal(account, (string?)condition["StringEquals"]!["aws:RequestTag/kubernetes-service-account"]);
        Assert.EndsWith(":cluster/${EksCluster}", (string?)condition["ArnLike"]!["aws:SourceArn"]!["Fn::Sub"], StringComparison.Ordinal);
    });

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

    private static IEnumerable<string> Texts(JsonNode values) => values.AsArray().Select(value => (string)value!);

    private IEnumerable<KeyValuePair<string, JsonNode?>> PodRoles() =>
        OfType("AWS::IAM::Role").Where(role => role.Key is not ("EventDrivenWorkflowRole" or "EventDrivenWorkflowStarterRole"));

    private IEnumerable<KeyValuePair<string, JsonNode?>> Policies() => OfType("AWS::SQS::QueuePolicy");

    private IEnumerable<KeyValuePair<string, JsonNode?>> OfType(string type) => _resources.Where(resource => (string)resource.Value!["Type"]! == type);
}
