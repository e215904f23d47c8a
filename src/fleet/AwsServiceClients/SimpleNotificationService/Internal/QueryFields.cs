#nullable enable
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>The fields of a request's form: no field where there is no value.</summary>
internal sealed class QueryFields(IRequest request)
{
    public QueryFields Add(string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }

        return this;
    }

    public QueryFields Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    /// <summary>Entries of a map of texts.</summary>
    public QueryFields Add(string name, Dictionary<string, string>? map)
    {
        foreach (var (index, (key, value)) in (map ?? []).Index())
        {
            Add($"{name}.entry.{index + 1}.key", key).Add($"{name}.entry.{index + 1}.value", value);
        }

        return this;
    }

    public QueryFields Add(string name, Dictionary<string, MessageAttributeValue>? attributes)
    {
        foreach (var (index, (key, value)) in (attributes ?? []).Index())
        {
            Add($"{name}.entry.{index + 1}.Name", key)
                .Add($"{name}.entry.{index + 1}.Value.DataType", value.DataType)
                .Add($"{name}.entry.{index + 1}.Value.StringValue", value.StringValue);
        }

        return this;
    }

    /// <summary>Tags; a list without any is sent as its name alone.</summary>
    public QueryFields Add(string name, List<Tag>? tags)
    {
        foreach (var (index, tag) in (tags ?? []).Index())
        {
            Add($"{name}.member.{index + 1}.Key", tag.Key).Add($"{name}.member.{index + 1}.Value", tag.Value);
        }

        return tags is [] ? Add(name, "") : this;
    }
}
