using Microsoft.AspNetCore.OpenApi;
using Workers.Contracts.Ranges;

namespace Workers.Producer.Http;

/// <summary>Describes what the framework does not take from a field's kind by itself: the form of a text, and the step of money.</summary>
internal static class FieldDescriptions
{
    public static void AddFieldDescriptions(this OpenApiOptions options) => options.AddSchemaTransformer((schema, context, _) =>
    {
        var kinds = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        schema.Pattern = kinds.OfType<IHasPattern>().FirstOrDefault()?.Pattern ?? schema.Pattern;
        if (kinds.OfType<MoneyAttribute>().Any())
        {
            schema.MultipleOf = MoneyAttribute.Step;
        }

        return Task.CompletedTask;
    });
}
