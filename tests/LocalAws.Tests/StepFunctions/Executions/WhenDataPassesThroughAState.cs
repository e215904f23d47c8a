namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenDataPassesThroughAState : StepFunctionsSpec
{
    private const string Input = """{"a":{"b":1},"c":[1,2]}""";

    [Theory]
    [InlineData("", """{"a":{"b":1},"c":[1,2]}""")]
    [InlineData(""" "InputPath":"$.a", """, """{"b":1}""")]
    [InlineData(""" "InputPath":null, """, "{}")]
    [InlineData(""" "InputPath":"$.c[*]", """, "[1,2]")]
    [InlineData(""" "InputPath":"$$.Execution.Name", """, "\"e\"")]
    [InlineData(""" "OutputPath":"$.c[0]", """, "1")]
    [InlineData(""" "OutputPath":null, """, "{}")]
    [InlineData(""" "OutputPath":"$$.State.Name", """, "\"A\"")]
    [InlineData(""" "Result":[7], """, "[7]")]
    [InlineData(""" "Result":null, """, "null")]
    [InlineData(""" "Result":7,"ResultPath":"$.r", """, """{"a":{"b":1},"c":[1,2],"r":7}""")]
    [InlineData(""" "Result":7,"ResultPath":"$.a.b", """, """{"a":{"b":7},"c":[1,2]}""")]
    [InlineData(""" "Result":7,"ResultPath":null, """, """{"a":{"b":1},"c":[1,2]}""")]
    [InlineData(""" "Result":7,"ResultPath":"$.r","OutputPath":"$.r", """, "7")]
    [InlineData(""" "InputPath":"$.a","ResultPath":"$.copy", """, """{"a":{"b":1},"c":[1,2],"copy":{"b":1}}""")]
    [InlineData(""" "Parameters":{"x.$":"$.a.b","y":"$.a.b","z":{"w.$":"$.c"}}, """, """{"x":1,"y":"$.a.b","z":{"w":[1,2]}}""")]
    [InlineData(""" "Parameters":[{"x.$":"$.a.b"},"$.a.b"], """, """[{"x":1},"$.a.b"]""")]
    [InlineData(""" "InputPath":"$.a","Parameters":{"x.$":"$.b","n.$":"$$.Execution.Input.c[1]"}, """, """{"x":1,"n":2}""")]
    [InlineData(""" "Parameters":{"f.$":"States.Format('{}!', $.a.b)"}, """, """{"f":"1!"}""")]
    public async Task Each_field_changes_it_in_its_turn(string fields, string output) =>
        Assert.Equal(output, await OutputAsync($$""" "A":{"Type":"Pass",{{fields}}"End":true} """, Input));

    [Theory]
    [InlineData(""" "InputPath":"$.x", """, "States.Runtime", "Invalid path '$.x' : No results for path: $['x']")]
    [InlineData(""" "OutputPath":"$.x.y", """, "States.Runtime", "Invalid path '$.x.y' : Missing property in path $['x']")]
    [InlineData(""" "Parameters":{"p.$":"$.x"}, """, "States.Runtime",
        """The JSONPath '$.x' specified for the field 'p.$' could not be found in the input '{"a":{"b":1},"c":[1,2]}'""")]
    [InlineData(""" "Parameters":{"p.$":"$nobody"}, """, "States.Runtime", "The JSONPath '$nobody' specified for the field 'p.$'")]
    [InlineData(""" "Result":1,"ResultPath":"$.a.b.c", """, "States.ResultPathMatchFailure", "Unable to apply ReferencePath $.a.b.c to input")]
    [InlineData(""" "Parameters":{"p.$":"States.ArrayGetItem($.c, 9)"}, """, "States.IntrinsicFailure", "The function 'States.ArrayGetItem($.c, 9)'")]
    public async Task What_is_not_there_fails_the_execution_and_says_where(string fields, string error, string cause)
    {
        var failure = await FailureAsync($$""" "A":{"Type":"Pass",{{fields}}"End":true} """, Input);

        Assert.StartsWith($"{error}: An error occurred while executing the state 'A' (entered at the event id #2). {cause}", failure);
    }

    [Fact]
    public async Task A_task_s_result_is_selected_placed_and_filtered()
    {
        Calls.Answer("""{"MessageId":"m-1","MD5OfMessageBody":"x"}""");

        var output = await OutputAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","InputPath":"$.a",
              "Parameters":{"QueueUrl":"q","MessageBody.$":"States.JsonToString($.b)"},
              "ResultSelector":{"id.$":"$.MessageId","in.$":"$$.Execution.Input.c[0]"},"ResultPath":"$.sent","OutputPath":"$.sent","End":true}
            """, Input);

        Assert.Equal("""{"id":"m-1","in":1}""", output);
        Assert.Equal("""{"QueueUrl":"q","MessageBody":"1"}""", (await Calls.NextAsync()).Request.ToJsonString());
    }

    [Fact]
    public async Task The_context_object_tells_of_execution_state_machine_and_state()
    {
        var output = await OutputAsync(""" "A":{"Type":"Pass","InputPath":"$$","End":true} """, Input);

        Assert.Equal(
            $$$"""
            {"Execution":{"Id":"{{{ExecutionArn}}}","Input":{"a":{"b":1},"c":[1,2]},"StartTime":"2026-01-15T10:00:00.000Z","Name":"e","RoleArn":"{{{Role}}}","RedriveCount":0},"StateMachine":{"Id":"{{{MachineArn}}}","Name":"m"},"State":{"Name":"A","EnteredTime":"2026-01-15T10:00:00.000Z"}}
            """,
            output);
    }

    [Fact]
    public async Task Of_equal_names_in_an_input_the_last_one_stands() =>
        Assert.Equal("2", await OutputAsync(""" "A":{"Type":"Pass","OutputPath":"$.a","End":true} """, """{"a":1,"a":2}"""));

    [Fact]
    public async Task Numbers_stay_as_they_are_written() =>
        Assert.Equal("""{"n":[1.0,1e3,12345678901234567890]}""", await OutputAsync(
            """ "A":{"Type":"Pass","End":true} """, """{"n":[1.0,1e3,12345678901234567890]}"""));
}
