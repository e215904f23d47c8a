namespace LocalAws.Tests.StepFunctions.Operations;

public sealed class WhenStateMachinesAreManaged : StepFunctionsSpec
{
    private const string Definition = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

    [Fact]
    public async Task One_is_made_and_described_with_everything_that_was_said()
    {
        var made = await CallAsync("CreateStateMachine", new
        {
            name = "m",
            definition = Definition,
            roleArn = Role,
            type = "STANDARD",
            loggingConfiguration = new
            {
                level = "ALL",
                includeExecutionData = true,
                destinations = new[] { new { cloudWatchLogsLogGroup = new { logGroupArn = "arn:aws:logs:us-east-1:0:log-group:g:*" } } },
            },
            tracingConfiguration = new { enabled = true },
            encryptionConfiguration = new { type = "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId = "k", kmsDataKeyReusePeriodSeconds = 300 },
            tags = new[] { new { key = "a", value = "1" } },
        });

        var described = await CallAsync("DescribeStateMachine", new { stateMachineArn = MachineArn });
        Assert.Equal(MachineArn, (string?)made["stateMachineArn"]);
        Assert.Equal(1768471200m, (decimal)made["creationDate"]!);
        Assert.Equal(
            $$"""
            {"stateMachineArn":"{{MachineArn}}","name":"m","status":"ACTIVE","definition":"{{Definition.Replace("\"", "\\u0022")}}","roleArn":"{{Role}}","type":"STANDARD","creationDate":1768471200,"loggingConfiguration":{"level":"ALL","includeExecutionData":true,"destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"arn:aws:logs:us-east-1:0:log-group:g:*"} }]},"tracingConfiguration":{"enabled":true},"encryptionConfiguration":{"type":"CUSTOMER_MANAGED_KMS_KEY","kmsKeyId":"k","kmsDataKeyReusePeriodSeconds":300} }
            """.Replace("} }", "}}"),
            described.ToJsonString());
        Assert.Equal("""{"tags":[{"key":"a","value":"1"}]}""", (await CallAsync("ListTagsForResource", new { resourceArn = MachineArn })).ToJsonString());
    }

    [Fact]
    public async Task The_same_again_is_the_same_one_and_another_is_refused()
    {
        var first = await CreateAsync(Definition);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first.ToJsonString(), (await CallAsync("CreateStateMachine", new { name = "m", definition = Definition, roleArn = "arn:aws:iam::0:role/x" })).ToJsonString());
        var exists = $"StateMachineAlreadyExists: State Machine Already Exists: '{MachineArn}'";
        Assert.Equal(exists, await RefusalAsync("CreateStateMachine", new { name = "m", definition = Definition + " ", roleArn = Role }));
        Assert.Equal(exists, await RefusalAsync(
            "CreateStateMachine", new { name = "m", definition = Definition, roleArn = Role, tracingConfiguration = new { enabled = true } }));
    }

    [Theory]
    [InlineData("""{"definition":"{}","roleArn":"arn:r"}""", "ValidationException: 1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"name":"a b","definition":"{}","roleArn":"arn:r"}""", "InvalidName: Invalid Name: 'a b'")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"role"}""", "InvalidArn: Invalid Arn: 'Invalid ARN prefix: role'")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r"}""", "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","type":"EXPRESS"}""", "StateMachineTypeNotSupported: LocalAws runs STANDARD state machines; EXPRESS is not supported")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","type":"express"}""", "ValidationException: 1 validation error detected: Value 'express' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","publish":true}""", "ValidationException: LocalAws has no versions of state machines: publish is not supported")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","versionDescription":"v"}""", "ValidationException: Version description can only be set when publish is true")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","loggingConfiguration":{"level":"ALL"}}""", "InvalidLoggingConfiguration: Invalid Logging Configuration: Must specify exactly one Log Destination.")]
    [InlineData("""{"name":"m","definition":"{}","roleArn":"arn:r","encryptionConfiguration":{}}""", "ValidationException: 1 validation error detected: Value null at 'encryptionConfiguration.type'")]
    public async Task What_makes_none_is_refused(string request, string refusal) =>
        Assert.StartsWith(refusal, await RefusalAsync("CreateStateMachine", request));

    [Fact]
    public async Task A_member_that_nobody_knows_is_refused_by_name() =>
        Assert.Contains("extra", await RefusalAsync("CreateStateMachine", """{"name":"m","definition":"{}","roleArn":"arn:r","extra":1}"""));

    [Fact]
    public async Task An_update_changes_what_is_given_and_executions_go_on_as_they_began()
    {
        await BeginAsync(""" "A":{"Type":"Wait","Seconds":9,"End":true} """);

        var updated = await CallAsync("UpdateStateMachine", new { stateMachineArn = MachineArn, definition = Definition });

        Assert.NotNull(updated["revisionId"]);
        var described = await CallAsync("DescribeStateMachine", new { stateMachineArn = MachineArn });
        Assert.Equal((Definition, Role, (string?)updated["revisionId"]), ((string?)described["definition"], (string?)described["roleArn"], (string?)described["revisionId"]));
        var ofExecution = await CallAsync("DescribeStateMachineForExecution", new { executionArn = ExecutionArn });
        Assert.Contains("Wait", (string?)ofExecution["definition"]);
        await StartAsync(name: "after");
        Assert.Equal("SUCCEEDED", (string?)(await EndAsync(ExecutionArn.Replace("m:e", "m:after")))["status"]);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_stays_the_same_revision()
    {
        await CreateAsync(Definition);
        var changed = await CallAsync("UpdateStateMachine", new { stateMachineArn = MachineArn, roleArn = Role + "2" });

        var same = await CallAsync("UpdateStateMachine", new { stateMachineArn = MachineArn, roleArn = Role + "2" });
        var other = await CallAsync("UpdateStateMachine", new { stateMachineArn = MachineArn, roleArn = Role });

        Assert.Equal((string?)changed["revisionId"], (string?)same["revisionId"]);
        Assert.NotEqual((string?)changed["revisionId"], (string?)other["revisionId"]);
    }

    [Fact]
    public async Task An_update_of_nothing_or_to_nonsense_is_refused()
    {
        await CreateAsync(Definition);

        Assert.Equal(
            "MissingRequiredParameter: Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified",
            await RefusalAsync("UpdateStateMachine", new { stateMachineArn = MachineArn }));
        Assert.StartsWith("InvalidDefinition", await RefusalAsync("UpdateStateMachine", new { stateMachineArn = MachineArn, definition = "{}" }));
        Assert.StartsWith("StateMachineDoesNotExist", await RefusalAsync("UpdateStateMachine", new { stateMachineArn = MachineArn + "x", roleArn = Role }));
    }

    [Fact]
    public async Task A_deleted_one_is_gone_at_once_or_when_its_last_execution_ends()
    {
        await BeginAsync(""" "A":{"Type":"Wait","Seconds":9,"End":true} """);
        await UntilEventAsync("WaitStateEntered");

        await CallAsync("DeleteStateMachine", new { stateMachineArn = MachineArn });

        Assert.Equal("DELETING", (string?)(await CallAsync("DescribeStateMachine", new { stateMachineArn = MachineArn }))["status"]);
        Assert.StartsWith("StateMachineDeleting", await RefusalAsync("StartExecution", new { stateMachineArn = MachineArn }));
        Time.Advance(TimeSpan.FromSeconds(9));
        await UntilAsync(async () => (await CallAsync("ListStateMachines", "{}"))["stateMachines"]!.AsArray().Count == 0);
        Assert.Equal($"StateMachineDoesNotExist: State Machine Does Not Exist: '{MachineArn}'", await RefusalAsync("DescribeStateMachine", new { stateMachineArn = MachineArn }));
        await CallAsync("DeleteStateMachine", new { stateMachineArn = MachineArn });
        Assert.Equal("SUCCEEDED", (string?)(await DescribeAsync())["status"]);
    }

    [Fact]
    public async Task They_are_listed_by_region_in_pages()
    {
        foreach (var name in new[] { "b", "c", "a" })
        {
            await CreateAsync(Definition, name);
        }

        await CallAsync("CreateStateMachine", new { name = "elsewhere", definition = Definition, roleArn = Role }, "eu-west-1");

        var first = await CallAsync("ListStateMachines", new { maxResults = 2 });
        var second = await CallAsync("ListStateMachines", new { maxResults = 2, nextToken = (string?)first["nextToken"] });
        Assert.Equal(["a", "b"], first["stateMachines"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Equal(["c"], second["stateMachines"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Null(second["nextToken"]);
        Assert.StartsWith("InvalidToken", await RefusalAsync("ListStateMachines", new { nextToken = "nonsense!" }));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
            await RefusalAsync("ListStateMachines", new { maxResults = 1001 }));
    }

    [Fact]
    public async Task Tags_are_added_removed_and_limited()
    {
        await CreateAsync(Definition);
        await CallAsync("TagResource", new { resourceArn = MachineArn, tags = new[] { new { key = "b", value = "2" }, new { key = "a", value = "1" } } });
        string[] tagKeys = ["b", "none"];
        await CallAsync("UntagResource", new { resourceArn = MachineArn, tagKeys });

        Assert.Equal("""{"tags":[{"key":"a","value":"1"}]}""", (await CallAsync("ListTagsForResource", new { resourceArn = MachineArn })).ToJsonString());
        var many = Enumerable.Range(0, 50).Select(i => new { key = $"k{i}", value = "" }).ToArray();
        Assert.StartsWith("TooManyTags", await RefusalAsync("TagResource", new { resourceArn = MachineArn, tags = many }));
        Assert.Equal($"ResourceNotFound: Resource not found: '{MachineArn}x'", await RefusalAsync("ListTagsForResource", new { resourceArn = MachineArn + "x" }));
        Assert.StartsWith("InvalidArn", await RefusalAsync("ListTagsForResource", new { resourceArn = "x" }));
    }
}
