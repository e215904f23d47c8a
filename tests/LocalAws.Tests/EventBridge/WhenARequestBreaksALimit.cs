namespace LocalAws.Tests.EventBridge;

public sealed class WhenARequestBreaksALimit : EventBridgeSpec
{
    [Theory]
    [InlineData("CreateEventBus", """{}""", "Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("CreateEventBus", """{"Name":"a:b"}""", @"Value 'a:b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [/\.\-_A-Za-z0-9]+")]
    [InlineData("CreateEventBus", """{"Name":"b","Tags":[{"Key":"k","Value":"v"},{"Key":"","Value":"v"}]}""", "Value '' at 'tags.2.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("CreateEventBus", """{"Name":"b","Tags":[{"Key":"k"}]}""", "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null")]
    [InlineData("CreateEventBus", """{"Name":"b","LogConfig":{"Level":"ALL"}}""", "Value 'ALL' at 'logConfig.level' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ERROR, INFO, TRACE]")]
    [InlineData("DeleteEventBus", """{"Name":"arn:aws:events:us-east-1:000000000000:event-bus/b"}""", @"Value 'arn:aws:events:us-east-1:000000000000:event-bus/b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [/\.\-_A-Za-z0-9]+")]
    [InlineData("DescribeEventBus", """{"Name":"a b"}""", @"Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+")]
    [InlineData("PutEvents", """{"Entries":[{},{"EventBusName":"a/b"}]}""", @"Value 'a/b' at 'entries.2.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[\.\-_A-Za-z0-9]+")]
    [InlineData("PutEvents", """{"Entries":[{"TraceHeader":""}]}""", "Value '' at 'entries.1.member.traceHeader' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("PutEvents", "{}", "Value null at 'entries' failed to satisfy constraint: Member must not be null")]
    [InlineData("ListRules", """{"NamePrefix":"!"}""", @"Value '!' at 'namePrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("ListEventBuses", """{"NamePrefix":"!"}""", @"Value '!' at 'namePrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: [/\.\-_A-Za-z0-9]+")]
    [InlineData("ListRules", """{"NextToken":""}""", "Value '' at 'nextToken' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("ListRuleNamesByTarget", "{}", "Value null at 'targetArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutRule", """{"Name":"r","EventBusName":"!"}""", @"Value '!' at 'eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+")]
    [InlineData("PutRule", """{"Name":"r","RoleArn":""}""", "Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("RemoveTargets", """{"Rule":"r","Ids":["1",""]}""", @"Value '' at 'ids.2.member' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+; Value '' at 'ids.2.member' failed to satisfy constraint: Member must have length greater than or equal to 1", 2)]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","InputTransformer":{"InputPathsMap":{"a.b":"$"},"InputTemplate":"1"}}]}""", @"Value '{a.b=$}' at 'targets.1.member.inputTransformer.inputPathsMap' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [A-Za-z0-9\_\-]+]")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","InputTransformer":{}}]}""", "Value null at 'targets.1.member.inputTransformer.inputTemplate' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[]}""", "Value '[]' at 'targets' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("CreateArchive", """{"ArchiveName":"a","EventSourceArn":"nonsense"}""", @"Value 'nonsense' at 'eventSourceArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:.+\/.+$")]
    [InlineData("CancelReplay", """{"ReplayName":"!"}""", @"Value '!' at 'replayName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("UntagResource", """{"ResourceARN":"arn:aws:events:us-east-1:000000000000:event-bus/b","TagKeys":[""]}""", "Value '' at 'tagKeys.1.member' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("PutRule", """{"Name":"r","State":"ON"}""", "Value 'ON' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]")]
    [InlineData("ListRules", """{"Limit":0}""", "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("ListRules", """{"Limit":101}""", "Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"!@#","Arn":"a"}]}""", @"Value '!@#' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a"},{"Id":"2","Arn":"a","RetryPolicy":{"MaximumRetryAttempts":186}}]}""", "Value '186' at 'targets.2.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","RetryPolicy":{"MaximumEventAgeInSeconds":59}}]}""", "Value '59' at 'targets.1.member.retryPolicy.maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60")]
    [InlineData("RemoveTargets", """{"Rule":"r","Ids":[]}""", "Value '[]' at 'ids' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("UpdateArchive", """{"ArchiveName":"a","RetentionDays":-1}""", "Value '-1' at 'retentionDays' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    public async Task The_error_names_the_member_as_AWS_does(string operation, string request, string violation, int count = 1) =>
        Assert.Equal(
            $"ValidationException: {count} validation error{(count > 1 ? "s" : "")} detected: {violation}",
            await RefusalAsync(operation, request));

    [Fact]
    public async Task All_violations_are_named_at_once()
    {
        var name = new string('!', 65);

        Assert.Equal(
            $@"ValidationException: 2 validation errors detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+; Value '{name}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 64",
            await RefusalAsync("DescribeRule", new { Name = name }));
    }
}
