using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Workers.Tests.AwsServiceClients;

/// <summary>Values for every member of a model type, and what they look like on the wire; by reflection, so that none is forgotten.</summary>
internal static class SampleModel
{
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc);

    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 8_000_000_000,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTime) => Time,
            _ when type.IsSubclassOf(typeof(ConstantClass)) => Activator.CreateInstance(type, "SOME_VALUE")!,
            _ when type.IsGenericType => Collection(type),
            _ => Filled(type),
        };
    }

    /// <param name="value">The value.</param>
    /// <param name="naming">How the service writes its members; null for as they are.</param>
    public static JsonNode? ToJson(object? value, JsonNamingPolicy? naming = null) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        DateTime time => JsonValue.Create((time - DateTime.UnixEpoch).TotalSeconds),
        ConstantClass constant => JsonValue.Create(constant.Value),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, ToJson(map[key], naming)))),
        IList list => new JsonArray([.. list.Cast<object>().Select(item => ToJson(item, naming))]),
        _ => new JsonObject(
            from member in Members(value.GetType())
            let json = ToJson(member.GetValue(value), naming)
            where json is not null
            select KeyValuePair.Create(naming?.ConvertName(member.Name) ?? member.Name, (JsonNode?)json)),
    };

    private static object Collection(Type type)
    {
        var collection = Activator.CreateInstance(type)!;
        if (collection is IDictionary map)
        {
            map.Add("key", Of(type.GetGenericArguments()[1]));
        }
        else
        {
            ((IList)collection).Add(Of(type.GetGenericArguments()[0]));
        }

        return collection;
    }

    private static object Filled(Type type)
    {
        var model = Activator.CreateInstance(type)!;
        foreach (var member in Members(type))
        {
            member.SetValue(model, Of(member.PropertyType));
        }

        return model;
    }

    private static IEnumerable<PropertyInfo> Members(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(member => member.CanWrite);
}
