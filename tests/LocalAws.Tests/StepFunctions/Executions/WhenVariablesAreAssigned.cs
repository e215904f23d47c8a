namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenVariablesAreAssigned : StepFunctionsSpec
{
    [Fact]
    public async Task Later_states_read_them_and_their_parts() =>
        Assert.Equal("""{"x":1,"whole":{"n":[1,2]},"text":"v=2"}""", await OutputAsync("""
            "A":{"Type":"Pass","Assign":{"v.$":"$.in","w":"const"},"Next":"B"},
            "B":{"Type":"Pass","Parameters":{"x.$":"$v.n[0]","whole.$":"$v","text.$":"States.Format('v={}', $v.n[1])"},"End":true}
            """, """{"in":{"n":[1,2]}}"""));

    [Fact]
    public async Task All_of_one_state_see_the_values_from_before() =>
        Assert.Equal("""{"a":2,"b":1}""", await OutputAsync("""
            "A":{"Type":"Pass","Assign":{"a":1,"b":2},"Next":"B"},
            "B":{"Type":"Pass","Assign":{"a.$":"$b","b.$":"$a"},"Next":"C"},
            "C":{"Type":"Pass","Parameters":{"a.$":"$a","b.$":"$b"},"End":true}
            """));

    [Fact]
    public async Task They_are_assigned_from_the_result_as_it_came_and_do_not_change_the_output()
    {
        Calls.Answer("""{"MessageId":"m-1"}""");

        Assert.Equal("\"m-1\"", await OutputAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","ResultSelector":{"other":1},"Assign":{"id.$":"$.MessageId"},"Next":"B"},
            "B":{"Type":"Pass","InputPath":"$id","End":true}
            """));
    }

    [Fact]
    public async Task A_choice_assigns_those_of_the_condition_that_it_takes()
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Assign":{"way":"one"},"Next":"B"}],"Assign":{"way":"default"},"Default":"B"},
            "B":{"Type":"Pass","InputPath":"$way","End":true}
            """;

        Assert.Equal("\"one\"", await OutputAsync(States, """{"n":1}"""));
        await CallAsync("StartExecution", new { stateMachineArn = MachineArn, name = "other", input = """{"n":2}""" });
        Assert.Equal("\"default\"", (string?)(await EndAsync(ExecutionArn.Replace("m:e", "m:other")))["output"]);
    }

    [Fact]
    public async Task A_catcher_assigns_from_the_error()
    {
        Calls.Refuse("QueueDoesNotExist");

        Assert.Equal("\"Sqs.QueueDoesNotExistException\"", await OutputAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","End":true,
              "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"error.$":"$.Error"},"ResultPath":null,"Next":"B"}]},
            "B":{"Type":"Pass","InputPath":"$error","End":true}
            """));
    }

    [Fact]
    public async Task Branches_read_those_of_outside_and_keep_their_own_to_themselves()
    {
        const string States = """
            "A":{"Type":"Pass","Assign":{"outer":1},"Next":"P"},
            "P":{"Type":"Parallel","Branches":[
              {"StartAt":"X","States":{"X":{"Type":"Pass","Assign":{"inner.$":"$outer"},"Next":"Y"},"Y":{"Type":"Pass","InputPath":"$inner","End":true}}}],
              "ResultPath":"$.branches","Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$inner","IsPresent":true,"Next":"F"}],"Default":"D"},
            "D":{"Type":"Pass","OutputPath":"$.branches","End":true},
            "F":{"Type":"Fail"}
            """;

        Assert.Equal("[1]", await OutputAsync(States));
    }

    [Fact]
    public async Task History_tells_what_was_assigned()
    {
        await RunAsync(""" "A":{"Type":"Pass","Assign":{"n":1,"s":"x"},"End":true} """);

        var exited = (await HistoryAsync()).Single(one => (string?)one["type"] == "PassStateExited")["stateExitedEventDetails"]!;
        Assert.Equal("1", (string?)exited["assignedVariables"]!["n"]);
        Assert.Equal("\"x\"", (string?)exited["assignedVariables"]!["s"]);
        Assert.False((bool)exited["assignedVariablesDetails"]!["truncated"]!);
    }

    [Fact]
    public async Task The_state_machine_s_description_says_which_state_reads_which()
    {
        await CreateAsync(Machine("""
            "A":{"Type":"Pass","Assign":{"v":1},"Next":"B"},
            "B":{"Type":"Pass","Parameters":{"x.$":"States.Array($v, $v.w)"},"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$v","IsPresent":true,"Next":"D"}]},
            "D":{"Type":"Pass","InputPath":"$v.w","End":true}
            """));

        var described = await CallAsync("DescribeStateMachine", new { stateMachineArn = MachineArn });

        Assert.Equal("""{"B":["v"],"C":["v"],"D":["v"]}""", described["variableReferences"]!.ToJsonString());
    }
}
