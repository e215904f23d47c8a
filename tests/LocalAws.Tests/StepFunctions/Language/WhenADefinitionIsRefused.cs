namespace LocalAws.Tests.StepFunctions.Language;

public sealed class WhenADefinitionIsRefused : StepFunctionsSpec
{
    [Theory]
    [InlineData("", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
    [InlineData("[]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
    [InlineData("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /")]
    [InlineData("""{"StartAt":"A"}""", "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /")]
    [InlineData("""{"StartAt":"A","States":{}}""", "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States")]
    [InlineData("""{"StartAt":"X","States":{"A":{"Type":"Succeed"}}}""", "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: X at /StartAt")]
    [InlineData("""{"StartAt":"A","TimeoutSeconds":0,"States":{"A":{"Type":"Succeed"}}}""", "Expected value of type number from 1 to 99999999 at /TimeoutSeconds")]
    [InlineData("""{"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Succeed"}}}""",
        "LocalAws evaluates JSONPath; the query language JSONata is not supported at /QueryLanguage")]
    [InlineData("""{"StartAt":"A","Extra":1,"States":{"A":{"Type":"Succeed"}}}""", "Field is not supported at /Extra")]
    public async Task A_machine_has_states_and_a_first_one(string definition, string why) =>
        Assert.Contains(why, Assert.Single(await DiagnosticsAsync(definition)));

    [Fact]
    public async Task Text_that_is_no_JSON_says_where() =>
        Assert.StartsWith("INVALID_JSON_DESCRIPTION: ", Assert.Single(await DiagnosticsAsync("not a definition")));

    [Theory]
    [InlineData(""" "A":{} """, "These fields are required: [Type] at /States/A")]
    [InlineData(""" "A":7 """, "Expected value of type OBJECT at /States/A")]
    [InlineData(""" "A":{"Type":"Nap"} """, "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type")]
    [InlineData(""" "A":{"Type":"Pass"} """, "one of [Next, End] at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","Next":"A","End":true} """, "A state has either 'Next' or 'End', not both at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","Next":"B"} """, "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next")]
    [InlineData(""" "A":{"Type":"Pass","End":true},"B":{"Type":"Succeed"} """, "State \"B\" is not reachable. at /States/B")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Retry":[]} """, "Field is not supported at /States/A/Retry")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"InputPath":"a"} """, "Value is not a valid path: 'a' is not a valid JSONPath")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"ResultPath":"$.a[*]"} """, "is not a reference path: it names more than one place. at /States/A/ResultPath")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Parameters":{"x.$":"$.["}} """, "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Parameters":{"y":[{"x.$":5}]}} """, "must be a STRING that contains a JSONPath, a Context Object path or an intrinsic function at /States/A/Parameters/y[0]")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Parameters":{"x":1,"x.$":"$"}} """, "The field 'x' is given twice, with and without '.$'")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Parameters":{"x.$":"States.Nothing()"}} """, "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Assign":{"1x":1}} """, "'1x' is not a valid name of a variable")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"Assign":{"states":1}} """, "The variable 'states' cannot be assigned here")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"QueryLanguage":"JSONata"} """, "the query language JSONata is not supported at /States/A/QueryLanguage")]
    [InlineData(""" "A":{"Type":"Succeed","Next":"A"} """, "Field is not supported at /States/A/Next")]
    [InlineData(""" "A":{"Type":"Fail","Error":"E","ErrorPath":"$.e"} """, "A state has either 'Error' or 'ErrorPath', not both")]
    [InlineData(""" "A":{"Type":"Wait","End":true} """, "exactly one of these fields: [Seconds, SecondsPath, Timestamp, TimestampPath]")]
    [InlineData(""" "A":{"Type":"Wait","Seconds":1,"SecondsPath":"$.s","End":true} """, "exactly one of these fields")]
    [InlineData(""" "A":{"Type":"Wait","Seconds":-1,"End":true} """, "Expected value of type number from 0 to 99999999")]
    [InlineData(""" "A":{"Type":"Wait","Timestamp":"2016-12-05 21:29:29Z","End":true} """, "String does not match RFC3339 timestamp")]
    [InlineData(""" "A":{"Type":"Wait","Timestamp":"2016-12-05T21:29:29","End":true} """, "String does not match RFC3339 timestamp")]
    [InlineData(""" "A":{"Type":"Wait","Timestamp":"2016-13-05T21:29:29Z","End":true} """, "String does not match RFC3339 timestamp")]
    public async Task Each_state_has_the_fields_of_its_type(string states, string why) =>
        Assert.Contains(await DiagnosticsAsync(Machine(states)), one => one.Contains(why));

    [Theory]
    [InlineData(""" "Choices":[] """, "Value cannot be empty at /States/A/Choices")]
    [InlineData(""" "Default":"B" """, "These fields are required: [Choices]")]
    [InlineData(""" "Choices":[{"Variable":"$.a","IsNull":true}] """, "These fields are required: [Next] at /States/A/Choices[0]")]
    [InlineData(""" "Choices":[{"Variable":"$.a","IsNull":true,"Next":"X"}] """, "Missing 'Next' target: X at /States/A/Choices[0]/Next")]
    [InlineData(""" "Choices":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"Default":"X" """, "Missing 'Default' target: X at /States/A/Default")]
    [InlineData(""" "Choices":[{"NumericEquals":1,"Next":"B"}] """, "These fields are required: [Variable]")]
    [InlineData(""" "Choices":[{"Variable":"$.a","Next":"B"}] """, "A condition has a comparison, And, Or or Not")]
    [InlineData(""" "Choices":[{"Variable":"$.a","NumericEquals":"1","Next":"B"}] """, "The operand is not a NUMERIC: \"1\"")]
    [InlineData(""" "Choices":[{"Variable":"$.a","StringEquals":1,"Next":"B"}] """, "The operand is not a STRING: 1")]
    [InlineData(""" "Choices":[{"Variable":"$.a","BooleanEquals":"x","Next":"B"}] """, "The operand is not a BOOLEAN")]
    [InlineData(""" "Choices":[{"Variable":"$.a","TimestampEquals":"now","Next":"B"}] """, "The operand is not a TIMESTAMP")]
    [InlineData(""" "Choices":[{"Variable":"$.a","BooleanLessThan":true,"Next":"B"}] """, "Field is not supported")]
    [InlineData(""" "Choices":[{"Variable":"$.a","NumericEquals":1,"NumericLessThan":2,"Next":"B"}] """, "A condition has one comparison only")]
    [InlineData(""" "Choices":[{"And":[],"Next":"B"}] """, "Value cannot be empty at /States/A/Choices[0]/And")]
    [InlineData(""" "Choices":[{"Not":{"Variable":"$.a","NumericEquals":1,"Next":"B"},"Next":"B"}] """, "Field is not supported at /States/A/Choices[0]/Not/Next")]
    [InlineData(""" "Choices":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"End":true """, "Field is not supported at /States/A/End")]
    public async Task A_choice_has_conditions(string fields, string why) => Assert.Contains(
        await DiagnosticsAsync(Machine($$""" "A":{"Type":"Choice",{{fields}} },"B":{"Type":"Succeed"} """)), one => one.Contains(why));

    [Theory]
    [InlineData(""" "Retry":[{}] """, "These fields are required: [ErrorEquals] at /States/A/Retry[0]")]
    [InlineData(""" "Retry":[{"ErrorEquals":[]}] """, "Value must be an ARRAY of at least one STRING")]
    [InlineData(""" "Retry":[{"ErrorEquals":["States.ALL","E"]}] """, "States.ALL stands alone in ErrorEquals")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"BackoffRate":0.5}] """, "Expected value of type number of at least 1")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"MaxAttempts":-1}] """, "Expected value of type number from 0")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":0}] """, "Expected value of type number from 1")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":5,"MaxDelaySeconds":5}] """, "MaxDelaySeconds must be greater than IntervalSeconds")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"JitterStrategy":"HALF"}] """, "should have one of these values: [FULL, NONE]")]
    [InlineData(""" "Retry":[{"ErrorEquals":["E"],"Next":"A"}] """, "Field is not supported at /States/A/Retry[0]/Next")]
    [InlineData(""" "Catch":[{"ErrorEquals":["E"]}] """, "These fields are required: [Next] at /States/A/Catch[0]")]
    [InlineData(""" "Catch":[{"ErrorEquals":["E"],"Next":"X"}] """, "Missing 'Next' target: X at /States/A/Catch[0]/Next")]
    [InlineData(""" "Catch":{} """, "Value must be an ARRAY of objects")]
    [InlineData(""" "TimeoutSeconds":0 """, "Expected value of type number from 1")]
    [InlineData(""" "TimeoutSeconds":5,"TimeoutSecondsPath":"$.t" """, "A state has either 'TimeoutSeconds' or 'TimeoutSecondsPath', not both")]
    [InlineData(""" "TimeoutSeconds":5,"HeartbeatSeconds":5 """, "HeartbeatSeconds must be smaller than TimeoutSeconds")]
    [InlineData(""" "Credentials":{"RoleArn":"r"} """, "Credentials is not supported")]
    public async Task A_task_has_retriers_catchers_and_limits(string fields, string why) => Assert.Contains(
        await DiagnosticsAsync(Machine($$""" "A":{"Type":"Task","Resource":"arn:aws:states:us-east-1:000000000000:activity:a",{{fields}},"End":true} """)),
        one => one.Contains(why));

    [Theory]
    [InlineData("nonsense", "The resource provided nonsense is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:f", "LocalAws has no Lambda")]
    [InlineData("arn:aws:states:::lambda:invoke", "LocalAws has no Lambda")]
    [InlineData("arn:aws:states:::lambda:invoke.waitForTaskToken", "LocalAws has no Lambda")]
    [InlineData("arn:aws:states:::ecs:runTask.sync", "LocalAws cannot call the resource arn:aws:states:::ecs:runTask.sync. It calls sqs:sendMessage, events:putEvents")]
    [InlineData("arn:aws:states:::http:invoke", "LocalAws cannot call")]
    [InlineData("arn:aws:states:::aws-sdk:s3:getObject", "LocalAws cannot call")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:SomethingElse", "LocalAws cannot call")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:absent", "LocalAws cannot call")]
    [InlineData("arn:aws:states:::dynamodb:query", "The resource provided arn:aws:states:::dynamodb:query is not recognized.")]
    [InlineData("arn:aws:states:::dynamodb:getItem.waitForTaskToken", "is not recognized.")]
    [InlineData("arn:aws:states:::sqs:sendMessage.sync", "is not recognized.")]
    [InlineData("arn:aws:states:::aws-sdk:sqs:sendMessage.sync", "is not recognized.")]
    public async Task What_cannot_be_called_is_refused_by_name(string resource, string why)
    {
        Calls.Exists = operation => !operation.EndsWith("Absent", StringComparison.Ordinal);

        Assert.Contains(
            await DiagnosticsAsync(Machine($$""" "A":{"Type":"Task","Resource":"{{resource}}","End":true} """)), one => one.Contains(why));
    }

    [Theory]
    [InlineData("sqs:sendMessage", """{"QueueUrl":"q","MessageBody":"b","MessageSystemAttributes":{} }""",
        "The field \"MessageSystemAttributes\" is not supported by Step Functions at /States/A/Parameters")]
    [InlineData("sqs:sendMessage", """{"QueueUrl.$":"$.q"}""", "The field \"MessageBody\" is required but was missing at /States/A/Parameters")]
    [InlineData("events:putEvents", """{"Entries":[],"EndpointId":"e"}""", "The field \"EndpointId\" is not supported")]
    [InlineData("states:startExecution", """{"Input":{} }""", "The field \"StateMachineArn\" is required but was missing")]
    [InlineData("dynamodb:getItem", """{"TableName":"t"}""", "The field \"Key\" is required but was missing")]
    public async Task Parameters_are_those_of_the_operation(string resource, string parameters, string why) => Assert.Contains(
        await DiagnosticsAsync(Machine($$""" "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","Parameters":{{parameters}},"End":true} """)),
        one => one.Contains(why));

    [Theory]
    [InlineData(""" "A":{"Type":"Parallel","Branches":[],"End":true} """, "Value cannot be empty at /States/A/Branches")]
    [InlineData(""" "A":{"Type":"Parallel","End":true} """, "These fields are required: [Branches]")]
    [InlineData(""" "A":{"Type":"Parallel","Branches":[{"StartAt":"X"}],"End":true} """, "These fields are required: [States] at /States/A/Branches[0]")]
    [InlineData(""" "A":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true} """,
        "DUPLICATE_STATE_NAME: The name of a state must be unique within the whole state machine: 'A' at /States/A/Branches[0]/States/A")]
    [InlineData(""" "A":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","Next":"B"}}}],"Next":"B"},"B":{"Type":"Succeed"} """,
        "Missing 'Next' target: B at /States/A/Branches[0]/States/X/Next")]
    [InlineData(""" "A":{"Type":"Parallel","Assign":{"v":1},"Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","Assign":{"v":2},"End":true}}}],"End":true} """,
        "The variable 'v' cannot be assigned here: it belongs to the states around, or is reserved")]
    [InlineData(""" "A":{"Type":"Map","End":true} """, "These fields are required: [ItemProcessor]")]
    [InlineData(""" "A":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"End":true} """,
        "the mode DISTRIBUTED is not supported at /States/A/ItemProcessor/ProcessorConfig/Mode")]
    [InlineData(""" "A":{"Type":"Map","ToleratedFailureCount":1,"ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"End":true} """,
        "LocalAws runs inline Map states; this field is for distributed ones and is not supported at /States/A/ToleratedFailureCount")]
    [InlineData(""" "A":{"Type":"Map","ItemReader":{},"ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"End":true} """, "at /States/A/ItemReader")]
    [InlineData(""" "A":{"Type":"Map","ItemSelector":{},"Parameters":{},"ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Succeed"}}},"End":true} """,
        "A Map state has either 'ItemSelector' or 'Parameters'")]
    public async Task Branches_are_machines_of_their_own(string states, string why) =>
        Assert.Contains(await DiagnosticsAsync(Machine(states)), one => one.Contains(why));

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var refusal = await RefusalAsync("CreateStateMachine", new
        {
            name = "m",
            roleArn = Role,
            definition = Machine(""" "A":{"Type":"Pass","Next":"B","Extra":1},"B":{"Type":"Wait","End":true} """),
        });

        Assert.Equal(
            "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Field is not supported at /States/A/Extra, "
                + "SCHEMA_VALIDATION_FAILED: A Wait state has exactly one of these fields: [Seconds, SecondsPath, Timestamp, TimestampPath] at /States/B'",
            refusal);
    }

    [Fact]
    public async Task A_definition_without_mistakes_is_said_to_be_OK_and_more_than_asked_for_are_cut()
    {
        var good = await CallAsync("ValidateStateMachineDefinition", new { definition = Machine(""" "A":{"Type":"Succeed","Comment":"c"} """) });
        var bad = await CallAsync("ValidateStateMachineDefinition", new { definition = Machine(""" "A":{"Type":"Wait","x":1,"y":2} """), maxResults = 1 });

        Assert.Equal("""{"result":"OK","diagnostics":[],"truncated":false}""", good.ToJsonString());
        Assert.Equal("FAIL", (string?)bad["result"]);
        Assert.Single(bad["diagnostics"]!.AsArray());
        Assert.True((bool)bad["truncated"]!);
    }

    private async Task<IReadOnlyList<string>> DiagnosticsAsync(string definition)
    {
        var answer = await CallAsync("ValidateStateMachineDefinition", new { definition });
        return [.. answer["diagnostics"]!.AsArray().Select(one => $"{one!["code"]}: {one["message"]} at {one["location"]}")];
    }
}
