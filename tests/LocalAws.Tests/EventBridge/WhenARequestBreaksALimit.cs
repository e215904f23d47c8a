namespace LocalAws.Tests.EventBridge;

public sealed class WhenARequestBreaksALimit : EventBridgeSpec
{
    [Theory]
    [InlineData("CreateEventBus", """{}""", "Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("CreateEventBus", """{"Name":"a/b"}""", @"Value 'a/b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("PutRule", """{"Name":"r","State":"ON"}""", "Value 'ON' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]")]
    [InlineData("ListRules", """{"Limit":0}""", "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("ListRules", """{"Limit":101}""", "Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"!@#","Arn":"a"}]}""", @"Value '!@#' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a"},{"Id":"2","Arn":"a","RetryPolicy":{"MaximumRetryAttempts":186}}]}""", "Value '186' at 'targets.2.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","RetryPolicy":{"MaximumEventAgeInSeconds":59}}]}""", "Value '59' at 'targets.1.member.retryPolicy.maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60")]
    [InlineData("RemoveTargets", """{"Rule":"r","Ids":[]}""", "Value '[0 members]' at 'ids' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData("CreateArchive", """{"ArchiveName":"a","RetentionDays":-1}""", "Value '-1' at 'retentionDays' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    public async Task The_error_names_the_member_as_AWS_does(string operation, string request, string violation) => Assert.Equal(
        $"ValidationException: 1 validation error detected: {violation}", await RefusalAsync(operation, request));

    [Fact]
    public async Task All_violations_are_named_at_once()
    {
        var name = new string('!', 65);

        Assert.Equal(
            $@"ValidationException: 2 validation errors detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+; Value '{name}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 64",
            await RefusalAsync("DescribeRule", new { Name = name }));
    }
}
