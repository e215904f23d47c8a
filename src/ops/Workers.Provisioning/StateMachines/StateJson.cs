using System.Text.Json.Nodes;

namespace Workers.Provisioning.StateMachines;

/// <summary>The states of the Amazon States Language that call nobody, and what states have in common.</summary>
internal static class StateJson
{
    /// <summary>Every error that a Catch can take.</summary>
    public const string AnyError = "States.ALL";

    public static JsonObject Then(this JsonObject state, string next) => state.With("Next", next);

    public static JsonObject AtTheEnd(this JsonObject state) => state.With("End", true);

    public static JsonObject With(this JsonObject state, string field, JsonNode value)
    {
        state[field] = value;
        return state;
    }

    public static JsonObject Succeed(string comment) => new() { ["Comment"] = comment, ["Type"] = "Succeed" };

    public static JsonObject Fail(string error, string cause) => new() { ["Type"] = "Fail", ["Error"] = error, ["Cause"] = cause };

    /// <summary>Goes where the first condition leads that holds.</summary>
    /// <param name="comment">What it is for.</param>
    /// <param name="choices">The conditions.</param>
    /// <param name="next">Where it goes where none holds.</param>
    /// <param name="assign">The variables that it assigns then.</param>
    public static JsonObject Choice(string comment, JsonObject[] choices, string next, JsonObject? assign = null)
    {
        var choice = new JsonObject
        {
            ["Comment"] = comment,
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray([.. choices]),
            ["Default"] = next,
        };
        return assign is null ? choice : choice.With("Assign", assign);
    }

    /// <summary>A condition with where it leads, and the variables that it assigns.</summary>
    public static JsonObject When(JsonObject condition, string next, JsonObject? assign = null)
    {
        var choice = condition.Then(next);
        return assign is null ? choice : choice.With("Assign", assign);
    }

    public static JsonObject Present(string path) => new() { ["Variable"] = path, ["IsPresent"] = true };

    public static JsonObject Absent(string path) => new() { ["Variable"] = path, ["IsPresent"] = false };

    public static JsonObject IsText(string path, string value) => new() { ["Variable"] = path, ["StringEquals"] = value };

    public static JsonObject IsLess(string path, int value) => new() { ["Variable"] = path, ["NumericLessThan"] = value };

    public static JsonObject And(params JsonObject[] conditions) => new() { ["And"] = new JsonArray([.. conditions]) };

    public static JsonObject Or(params JsonObject[] conditions) => new() { ["Or"] = new JsonArray([.. conditions]) };

    /// <summary>Where an error leads. What it was stays under <c>$.failure</c>, beside the state's input.</summary>
    public static JsonObject Catch(string error, string next) =>
        new() { ["ErrorEquals"] = new JsonArray(error), ["ResultPath"] = "$.failure", ["Next"] = next };
}
