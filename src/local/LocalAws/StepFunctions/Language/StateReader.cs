using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;

namespace LocalAws.StepFunctions.Language;

/// <summary>Reads one state.</summary>
/// <param name="fields">Its fields.</param>
/// <param name="name">Its name.</param>
/// <param name="readMap">Reads the states within it.</param>
/// <param name="refuse">Says why a Task's resource cannot be called; null when it can.</param>
internal sealed class StateReader(
    Fields fields,
    string name,
    Func<Fields, IReadOnlySet<string>, StateMap?> readMap,
    Func<TaskResource, JsonObject?, ResourceRefusal?> refuse)
{
    private const long LongestSeconds = 99_999_999;

    // "Distributed" is a mode of its own: these fields belong to it.
    private static readonly string[] OfDistributedMaps =
        ["ItemReader", "ItemBatcher", "ResultWriter", "Label", "ToleratedFailureCount", "ToleratedFailureCountPath",
            "ToleratedFailurePercentage", "ToleratedFailurePercentagePath"];

    /// <summary>Reads it; null when its type is none. Mistakes are reported to the fields.</summary>
    public State? Read()
    {
        if (fields.Text("QueryLanguage") is { } language and not "JSONPath")
        {
            fields.Report($"LocalAws evaluates JSONPath; the query language {language} is not supported", "QueryLanguage");
        }

        fields.Require("Type");
        var state = fields.Text("Type") switch
        {
            "Pass" => ReadPass(),
            "Task" => ReadTask(),
            "Choice" => ReadChoice(),
            "Wait" => ReadWait(),
            "Succeed" => ReadPaths(new SucceedState(name)),
            "Fail" => ReadFail(),
            "Parallel" => ReadParallel(),
            "Map" => ReadMap(),
            _ => NoSuchType(),
        };
        fields.RefuseOthers(field => OfDistributedMaps.Contains(field)
            ? "LocalAws runs inline Map states; this field is for distributed ones and is not supported"
            : "Field is not supported");
        return state;
    }

    private State? NoSuchType()
    {
        if (fields.Has("Type"))
        {
            fields.Report(
                "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]", "Type");
        }

        return null;
    }

    private State ReadPaths(State state) => state with
    {
        InputPath = fields.Path("InputPath", mayBeNull: true) ?? ValuePath.Whole,
        OutputPath = fields.Path("OutputPath", mayBeNull: true) ?? ValuePath.Whole,
    };

    private State ReadFlow(State state)
    {
        if (fields.Has("Next") == fields.Flag("End"))
        {
            fields.Report(
                fields.Has("Next") ? "A state has either 'Next' or 'End', not both" : "These fields are required: one of [Next, End]");
        }

        return ReadPaths(state) with { Next = fields.Text("Next"), Assign = fields.Template("Assign") };
    }

    private State ReadPass() => ReadFlow(new PassState(name) { HasResult = fields.Has("Result"), Result = fields["Result"] }) with
    {
        Parameters = fields.Template("Parameters"),
        ResultPath = fields.ResultPath(),
    };

    private State ReadTask()
    {
        fields.Require("Resource");
        var resource = fields.Text("Resource") is { } arn ? ReadResource(arn) : null;
        var task = new TaskState(name, resource ?? new TaskResource("", "", "", false, TaskPattern.RequestResponse))
        {
            Timeout = ReadSeconds("TimeoutSeconds"),
            Heartbeat = ReadSeconds("HeartbeatSeconds"),
        };
        if (task is { Heartbeat: { Path: null } heartbeat, Timeout: { Path: null } timeout } && heartbeat.Seconds >= timeout.Seconds)
        {
            fields.Report("HeartbeatSeconds must be smaller than TimeoutSeconds", "HeartbeatSeconds");
        }

        if (fields.Has("Credentials"))
        {
            fields.Report("LocalAws has one account and no roles: Credentials is not supported", "Credentials");
        }

        return ReadWork(task);
    }

    private TaskResource? ReadResource(string arn)
    {
        if (TaskResource.TryParse(arn) is not { } resource)
        {
            fields.Report(ResourceRefusal.NotRecognized(arn).Message, "Resource");
            return null;
        }

        if (refuse(resource, fields["Parameters"] as JsonObject) is { } refusal)
        {
            fields.Report(refusal.Message, refusal.Field);
        }

        return resource;
    }

    private SecondsSetting? ReadSeconds(string field)
    {
        var path = fields.Path(field + "Path");
        if (path is not null && fields.Has(field))
        {
            fields.Report($"A state has either '{field}' or '{field}Path', not both");
        }

        return path is not null ? new SecondsSetting(0, path)
            : fields.Whole(field, 1, LongestSeconds) is { } seconds ? new SecondsSetting(seconds, null)
            : null;
    }

    private State ReadWork(State state) => ReadFlow(state) with
    {
        Parameters = fields.Template("Parameters"),
        ResultSelector = fields.Template("ResultSelector"),
        ResultPath = fields.ResultPath(),
        Retry = [.. fields.List("Retry").Select(HandlerReader.ReadRetrier)],
        Catch = [.. fields.List("Catch").Select(HandlerReader.ReadCatcher)],
    };

    private State ReadChoice()
    {
        fields.Require("Choices");
        if (fields["Choices"] is JsonArray { Count: 0 })
        {
            fields.Report("Value cannot be empty", "Choices");
        }

        var choices = fields.List("Choices").Select(choice => new ChoiceReader(choice).ReadChoice()).OfType<Choice>().ToList();
        return ReadPaths(new ChoiceState(name, choices, fields.Text("Default"))) with { Assign = fields.Template("Assign") };
    }

    private State ReadWait()
    {
        string[] all = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        if (all.Count(fields.Has) != 1)
        {
            fields.Report($"A Wait state has exactly one of these fields: [{string.Join(", ", all)}]");
        }

        DateTimeOffset time = default;
        var timestamp = fields.Text("Timestamp");
        if (timestamp is not null && !Timestamp.TryParse(timestamp, out time))
        {
            fields.Report("String does not match RFC3339 timestamp", "Timestamp");
        }

        return ReadFlow(new WaitState(name)
        {
            Seconds = fields.Whole("Seconds", 0, LongestSeconds),
            SecondsPath = fields.Path("SecondsPath"),
            Timestamp = timestamp is null ? null : time,
            TimestampPath = fields.Path("TimestampPath"),
        });
    }

    private FailState ReadFail()
    {
        foreach (var field in new[] { "Error", "Cause" })
        {
            if (fields.Has(field) && fields.Has(field + "Path"))
            {
                fields.Report($"A state has either '{field}' or '{field}Path', not both");
            }
        }

        return new FailState(name)
        {
            Error = fields.Text("Error"),
            Cause = fields.Text("Cause"),
            ErrorPath = fields.Expression("ErrorPath"),
            CausePath = fields.Expression("CausePath"),
        };
    }

    private State ReadParallel()
    {
        fields.Require("Branches");
        if (fields["Branches"] is JsonArray { Count: 0 })
        {
            fields.Report("Value cannot be empty", "Branches");
        }

        var branches = fields.List("Branches").Select(branch => ReadInner(branch)).OfType<StateMap>().ToList();
        return ReadWork(new ParallelState(name, branches));
    }

    private State ReadMap()
    {
        var field = fields.Has("Iterator") && !fields.Has("ItemProcessor") ? "Iterator" : "ItemProcessor";
        fields.Require(field);
        var processor = fields.Object(field) is { } inner ? ReadInner(inner, inner.Object("ProcessorConfig")) : null;
        var map = new MapState(name, processor ?? new StateMap("", new Dictionary<string, State>()))
        {
            ItemsPath = fields.Path("ItemsPath") ?? ValuePath.Whole,
            ItemSelector = fields.Template("ItemSelector"),
            MaxConcurrency = (int)(fields.Whole("MaxConcurrency", 0, 10_000) ?? 0),
            MaxConcurrencyPath = fields.Path("MaxConcurrencyPath"),
        };
        if (map.ItemSelector is not null && fields.Has("Parameters"))
        {
            fields.Report("A Map state has either 'ItemSelector' or 'Parameters', which was its name, not both");
        }

        // What was called Parameters is about items, unlike that of all other states.
        var read = ReadWork(map);
        return (MapState)read with { ItemSelector = map.ItemSelector ?? read.Parameters, Parameters = null };
    }

    private StateMap? ReadInner(Fields inner, Fields? config = null)
    {
        if (config?.Text("Mode") == "DISTRIBUTED")
        {
            config.Report("LocalAws runs inline Map states; the mode DISTRIBUTED is not supported", "Mode");
        }

        config?.Text("ExecutionType");
        config?.RefuseOthers();
        if (inner.Text("QueryLanguage") is { } language and not "JSONPath")
        {
            inner.Report($"LocalAws evaluates JSONPath; the query language {language} is not supported", "QueryLanguage");
        }

        var map = readMap(inner, new HashSet<string>());
        inner.RefuseOthers();
        return map;
    }
}
