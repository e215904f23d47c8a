using System.Text;
using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenATargetIsOfAnotherService : EventBridgeSpec
{
    private const string FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:f";
    private const string FromS = """{"source":["s"]}""";
    private const string Role = "arn:aws:iam::000000000000:role/r";

    public static TheoryData<string> Definitions => new(
        $$"""{"Id":"1","Arn":"{{FunctionArn}}"}""",
        $$$"""{"Id":"1","Arn":"arn:aws:kinesis:us-east-1:000000000000:stream/s","RoleArn":"{{{Role}}}","KinesisParameters":{"PartitionKeyPath":"$.detail.id"}}""",
        $$"""{"Id":"1","Arn":"arn:aws:firehose:us-east-1:000000000000:deliverystream/s","RoleArn":"{{Role}}"}""",
        $$$"""{"Id":"1","Arn":"arn:aws:ecs:us-east-1:000000000000:cluster/c","RoleArn":"{{{Role}}}","EcsParameters":{"TaskDefinitionArn":"arn:aws:ecs:us-east-1:000000000000:task-definition/t:1","TaskCount":2,"LaunchType":"FARGATE","NetworkConfiguration":{"awsvpcConfiguration":{"Subnets":["s-1"],"SecurityGroups":["g-1"],"AssignPublicIp":"ENABLED"}},"PlatformVersion":"LATEST","Group":"g","CapacityProviderStrategy":[{"capacityProvider":"FARGATE_SPOT","weight":1,"base":0}],"EnableECSManagedTags":true,"EnableExecuteCommand":false,"PlacementConstraints":[{"type":"memberOf","expression":"e"}],"PlacementStrategy":[{"type":"spread","field":"f"}],"PropagateTags":"TASK_DEFINITION","ReferenceId":"r","Tags":[{"Key":"k","Value":"v"}]}}""",
        $$$"""{"Id":"1","Arn":"arn:aws:batch:us-east-1:000000000000:job-queue/q","RoleArn":"{{{Role}}}","BatchParameters":{"JobDefinition":"d","JobName":"n","ArrayProperties":{"Size":2},"RetryStrategy":{"Attempts":3}} }""",
        $$"""{"Id":"1","Arn":"arn:aws:codepipeline:us-east-1:000000000000:p","RoleArn":"{{Role}}"}""",
        """{"Id":"1","Arn":"arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/g"}""",
        """{"Id":"1","Arn":"arn:aws:execute-api:us-east-1:000000000000:a/test/POST/*","HttpParameters":{"PathParameterValues":["v"],"HeaderParameters":{"h":"v"},"QueryStringParameters":{"q":"$.detail.id"}}}""",
        """{"Id":"1","Arn":"arn:aws:ssm:us-east-1:000000000000:document/d","RunCommandParameters":{"RunCommandTargets":[{"Key":"tag:role","Values":["web"]}]}}""",
        $$$"""{"Id":"1","Arn":"arn:aws:sagemaker:us-east-1:000000000000:pipeline/p","RoleArn":"{{{Role}}}","SageMakerPipelineParameters":{"PipelineParameterList":[{"Name":"n","Value":"v"}]}}""",
        """{"Id":"1","Arn":"arn:aws:redshift:us-east-1:000000000000:cluster:c","RedshiftDataParameters":{"Database":"d","SecretManagerArn":"arn:aws:secretsmanager:us-east-1:000000000000:secret:s","DbUser":"u","Sql":"select 1","Sqls":["select 2"],"StatementName":"n","WithEvent":true}}""",
        """{"Id":"1","Arn":"arn:aws:appsync:us-east-1:000000000000:endpoints/graphql-api/a","AppSyncParameters":{"GraphQLOperation":"mutation m { a }"}}""");

    [Theory]
    [MemberData(nameof(Definitions))]
    public async Task It_is_listed_as_it_was_put(string target)
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        await CallAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{target}}]}""");

        var listed = await CallAsync("ListTargetsByRule", new { Rule = "r" });
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(target), listed["Targets"]![0]), listed.ToJsonString());
    }

    [Theory]
    [InlineData("""{"Id":"1","Arn":"arn:aws:kinesis:us-east-1:000000000000:stream/s"}""", "RoleArn is required for target arn:aws:kinesis:us-east-1:000000000000:stream/s.")]
    [InlineData("""{"Id":"t","Arn":"arn:aws:ecs:us-east-1:000000000000:cluster/c","RoleArn":"r"}""", "Parameter(s) EcsParameters must be specified for target: t.")]
    [InlineData("""{"Id":"t","Arn":"arn:aws:batch:us-east-1:000000000000:job-queue/q","RoleArn":"r"}""", "Parameter(s) BatchParameters must be specified for target: t.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:ecs:us-east-1:0:cluster/c","EcsParameters":{"TaskDefinitionArn":"t","LaunchType":"MOON"}}""", "Value 'MOON' at 'targets.1.member.ecsParameters.launchType' failed to satisfy constraint: Member must satisfy enum value set: [EC2, FARGATE, EXTERNAL]")]
    [InlineData("""{"Id":"1","Arn":"a","KinesisParameters":{}}""", "Value null at 'targets.1.member.kinesisParameters.partitionKeyPath' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Id":"1","Arn":"a","RunCommandParameters":{"RunCommandTargets":[{"Key":"k","Values":[""]}]}}""", "Value '' at 'targets.1.member.runCommandParameters.runCommandTargets.1.member.values.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Id":"1","Arn":"a","HttpParameters":{"PathParameterValues":[" "]}}""", "Value ' ' at 'targets.1.member.httpParameters.pathParameterValues.1.member' failed to satisfy constraint")]
    [InlineData("""{"Id":"1","Arn":"a","HttpParameters":{"HeaderParameters":{"a b":"c"}}}""", "Value '{a b=c}' at 'targets.1.member.httpParameters.headerParameters' failed to satisfy constraint: Map keys must satisfy constraint")]
    [InlineData("""{"Id":"1","Arn":"a","RedshiftDataParameters":{"Database":"d","Sql":""}}""", "Value at 'targets.1.member.redshiftDataParameters.sql' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:lambda"}""", "Parameter arn:aws:lambda is not valid. Reason: Provided Arn is not in correct format.")]
    public async Task What_AWS_would_refuse_is_refused(string target, string reason)
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        Assert.Contains(reason, await RefusalAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{target}}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_would_get_is_recorded()
    {
        await RouteAsync("r", FromS, new { Id = "f", Arn = FunctionArn, InputPath = "$.detail.id" });

        var put = await PutAndWaitAsync("""{"id":"o-1"}""");

        var delivery = Assert.Single(Deliveries());
        Assert.Equal(
            ("arn:aws:events:us-east-1:000000000000:rule/r", "f", FunctionArn, "2026-01-15T10:00:00Z", "\"o-1\""),
            (Text("rule"), Text("targetId"), Text("target"), Text("time"), Text("input")));
        Assert.Equal((string?)put["Entries"]![0]!["EventId"], Text("eventId"));

        string Text(string member) => (string)delivery[member]!;
    }

    [Fact]
    public async Task The_records_can_be_narrowed_to_a_rule_or_target()
    {
        await RouteAsync("r1", FromS, new { Id = "1", Arn = FunctionArn });
        await RouteAsync("r2", FromS, new { Id = "1", Arn = $"{FunctionArn}2" });
        await PutAndWaitAsync("{}");

        Assert.Equal(2, Deliveries().Count);
        Assert.Equal(FunctionArn, (string?)Assert.Single(Deliveries(rule: "r1"))["target"]);
        var second = Assert.Single(Deliveries(rule: "arn:aws:events:us-east-1:000000000000:rule/r2"));
        Assert.Equal($"{FunctionArn}2", (string?)second["target"]);
        Assert.Single(Deliveries(target: FunctionArn));
        Assert.Empty(Deliveries(rule: "r1", target: $"{FunctionArn}2"));
    }

    [Fact]
    public async Task The_last_thousand_are_kept_until_a_reset()
    {
        await RouteAsync("r", FromS, new { Id = "f", Arn = FunctionArn, InputPath = "$.detail" });
        for (var batch = 0; batch < 101; batch++)
        {
            await PutAsync([.. Enumerable.Range(batch * 10, 10).Select(number => Entry($$"""{"n":{{number}}}"""))]);
        }

        await PutAndWaitAsync("""{"n":"last"}""");

        Assert.Equal(1000, Deliveries().Count);
        Assert.Equal("""{"n":11}""", (string?)Deliveries()[0]["input"]);
        Service.Reset();
        Assert.Empty(Deliveries());
    }

    [Fact]
    public async Task A_bus_of_another_account_is_one_too()
    {
        await RouteAsync("r", FromS, new { Id = "1", Arn = "arn:aws:events:us-east-1:111122223333:event-bus/theirs" });

        await PutAndWaitAsync("{}");

        Assert.Equal("arn:aws:events:us-east-1:111122223333:event-bus/theirs", (string?)Assert.Single(Deliveries())["target"]);
    }

    private List<JsonNode> Deliveries(string? rule = null, string? target = null) =>
        [.. Service.Deliveries(rule, target).Select(json => JsonNode.Parse(Encoding.UTF8.GetString(json))!)];

    /// <summary>Puts an event, and another one behind it that a queue gets: when that is there, the first has been seen to.</summary>
    private async Task<JsonNode> PutAndWaitAsync(string detail)
    {
        await RouteAsync("last", """{"source":["last"]}""", new { Id = "1", Arn = QueueArn });
        var put = await PutAsync(Entry(detail));
        await PutAsync(Entry(source: "last"));
        await Queues.NextAsync();
        return put;
    }
}
